"""The firm whose ledger the demo shows, and everybody it writes to. All of it is invented."""

from kith.demo.customers.read import accounts
from kith.demo.firm import COLLEAGUES, REPRESENTATIVES
from kith.demo.people import Account, Person

ACCOUNTS: tuple[Account, ...] = tuple(accounts("kith.demo.customers"))
"""The customers."""
PARTNERS: tuple[Account, ...] = tuple(accounts("kith.demo.outside"))
"""Suppliers and advisers."""


def account(domain: str) -> Account:
    """The account of that domain; KeyError where there is none."""
    return _BY_DOMAIN[domain]


def owner_of(contact: Person) -> Person:
    """The representative who looks after a contact's firm."""
    return COLLEAGUES[account(contact.domain).owner]


def representatives() -> tuple[Person, ...]:
    """The five whose mailboxes the demo imports."""
    return REPRESENTATIVES


_BY_DOMAIN = {one.domain: one for one in (*ACCOUNTS, *PARTNERS)}
