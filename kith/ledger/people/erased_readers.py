"""Who was erased, as an import must know it."""

import hmac

from django.conf import settings

from kith.ledger.people.erased import ErasedPeople
from kith.ledger.people.models import Erased


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
