"""Lets a test put rows in place by hand.

    with setting_up():
        Account.objects.create(...)

What a fixture writes before the test's body runs needs no such word.
"""

from kith.ledger.guard import writing as setting_up

__all__ = ["setting_up"]
