"""The address that opens a demo ledger signed in."""

from django.core import signing
from django.urls import reverse

from kith.ledger.rights.models import User

SALT = "kith.demo.entry"


def entry_path(user: User) -> str:
    """The path that signs in as `user`, for good, on this demo ledger and on no other."""
    return reverse("demo_enter", args=[signing.dumps(user.pk, salt=SALT)])


def user_id_of(token: str) -> int | None:
    """Whom a token of `entry_path` stands for; None where it was not made by this ledger."""
    try:
        user_id = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return user_id if isinstance(user_id, int) else None
