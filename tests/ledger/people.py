"""People put into a ledger by hand, and all that says who is who, to be compared."""

from collections.abc import Iterable

from kith.ledger.people.models import Account, Address, Colleague, Contact, Employment
from kith.ledger.people.names import fold, match_key
from tests.allow import setting_up


def account(name: str) -> Account:
    """An account of that name."""
    with setting_up():
        return Account.objects.create(name=name, sort_key=name)


def contact(
    name: str, *addresses: str, at: Iterable[Account] = (), is_shared: bool = False
) -> Contact:
    """A contact with addresses that bear the name, working at these accounts."""
    with setting_up():
        row = Contact.objects.create(
            name=name, sort_key=fold(name), match_key=match_key(name), is_shared=is_shared
        )
        for address in addresses:
            _address(address, name).update(contact=row)
        for one in at:
            Employment.objects.create(contact=row, account=one, why="domain")
    return row


def colleague(name: str, *addresses: str, user_id: int | None = None) -> Colleague:
    """A colleague with addresses that bear the name."""
    with setting_up():
        row = Colleague.objects.create(
            name=name, sort_key=fold(name), match_key=match_key(name), user_id=user_id
        )
        for address in addresses:
            _address(address, name).update(colleague=row)
    return row


def _address(address: str, name: str):  # type: ignore[no-untyped-def]
    domain = address.partition("@")[2]
    row = Address.objects.create(address=address, domain=domain, name=name)
    return Address.objects.filter(pk=row.pk)


def identity() -> dict[str, list[object]]:
    """Every row that says who is who, whole."""
    models = (Contact, Colleague, Address, Employment)
    return {m.__name__: [*m.objects.order_by("id").values_list()] for m in models}
