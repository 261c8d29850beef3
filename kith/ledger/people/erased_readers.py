"""Who was erased, as an import must know it."""

import hmac

from django.conf import settings

from kith.ledger.people.erased import ErasedPeople
from kith.ledger.people.models import Address, Employment, Erased
from kith.ledger.people.relation_readers import hidden_among
from kith.ledger.rights.models import User
from kith.terms.errors import NotVisible
from kith.terms.words import Role


def erasing_secret() -> bytes:
    """The key of the hashes by which erased people are remembered, derived from the ledger's."""
    return hmac.digest(settings.SECRET_KEY.encode(), b"kith: erased people", "sha256")


def erased_people() -> ErasedPeople | None:
    """Everybody who was erased; None where nobody was."""
    keys = frozenset(bytes(key) for key in Erased.objects.values_list("key", flat=True))
    return ErasedPeople(erasing_secret(), keys) if keys else None


def count_erased() -> int:
    """How many hashes there are: an import that knew of fewer must look again."""
    return Erased.objects.count()


def erasable_address(user: User, contact_id: int) -> str:
    """The address of a contact whom the reader may erase. Raises NotVisible for anybody else.

    Managers may, whoever works or worked at an account that is there for them. Private people are
    their correspondents' alone, so no page tells that they are there: the operator erases them by
    their address.
    """
    places = set(
        Employment.objects.filter(contact_id=contact_id).values_list("account_id", flat=True)
    )
    known = bool(places - hidden_among(user, places))
    row = Address.objects.filter(contact_id=contact_id).order_by("id").first()
    if user.role != Role.MANAGER or not known or row is None:
        raise NotVisible("There is nobody here to be erased.")
    return row.address
