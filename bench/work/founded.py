"""A new ledger in KITH_HOME, with a firm of one domain."""

from django.core.management import call_command

from kith.ledger.whole.writers import set_up


def founded(domain: str) -> str:
    """Makes it; returns the first user's address."""
    call_command("migrate", verbosity=0)
    user = set_up(
        actor=None, company="House", domains=[domain], email=f"first@{domain}", name="First",
        password=None, currency="EUR", zone="UTC", language="en",
    )  # fmt: skip
    return user.email
