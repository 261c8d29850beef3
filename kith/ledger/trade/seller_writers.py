"""The verb that finds who of us sold: a colleague by mail address or name, or one only named."""

from collections.abc import Collection

from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.people.account_writers import add_colleagues
from kith.ledger.people.models import Address, Colleague
from kith.ledger.people.names import match_key, name_from_address
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books


@writer
def tell_sellers(texts: Collection[str], books: Books, batch: Batch, *, actor: User | None) -> None:
    """Puts the colleagues behind these words into the books; strangers are added."""
    missing = sorted({text for text in texts if text not in books.sellers})
    for text in missing:
        found = _by_address(text.casefold()) if "@" in text else _by_name(text)
        if found is None:
            user = _user(text)
            name = user.name if user else name_from_address(text) if "@" in text else text
            (found,) = add_colleagues([(name, user.pk if user else None)], batch, actor=actor)
        books.sellers[text] = found


def _by_address(address: str) -> int | None:
    row = Address.objects.filter(address=address, colleague__isnull=False).first()
    if row is not None:
        return row.colleague_id
    of_user = Colleague.objects.filter(user__email__iexact=address).first()
    return of_user.pk if of_user else None


def _by_name(name: str) -> int | None:
    """Of several of one name who signs in, else the one met first."""
    rows = Colleague.objects.filter(match_key=match_key(name))
    found = rows.order_by("user_id", "id").values_list("id", "user_id")
    best = sorted(found, key=lambda row: (row[1] is None, row[0]))
    return best[0][0] if best else None


def _user(text: str) -> User | None:
    """Who signs in under that address or name and is no colleague yet."""
    rows = User.objects.filter(colleague=None)
    if "@" in text:
        return rows.filter(email__iexact=text).first()
    key = match_key(text)
    return next((user for user in rows.order_by("id") if match_key(user.name) == key), None)
