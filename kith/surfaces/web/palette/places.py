"""Where one can go that is no account and no person: pages and actions, by their names."""

from typing import NamedTuple

from django.urls import reverse

from kith.ledger.rights.models import User
from kith.terms.words import Role


class Place(NamedTuple):
    """A page or an action. `words`: further ones by which it is found; `role`: whose it is."""

    name: str
    url_name: str
    words: str = ""
    role: Role | None = None

    @property
    def href(self) -> str:
        return reverse(self.url_name)


PLACES = (
    Place("Today", "today", "home start findings to do"),
    Place("Accounts", "accounts", "customers firms list ties"),
    Place("Questions", "questions", "same person duplicates merge"),
    Place("Who is who", "who_is_who", "customers suppliers noise organisations sitting"),
    Place("Search", "search", "find mail text"),
    Place("Bring mail in", "import_new", "import upload mbox outlook gmail"),
    Place("Imports", "imports", "undo batches refused"),
    Place("Mailboxes", "mailboxes", "privacy levels share keep"),
    Place("Why is this mail not here?", "why", "missing lost"),
    Place("How Kith knows", "how", "backtest right formula source signals proof"),
    Place("Blocked domains and labels", "blocks", "privacy block"),
    Place("Settings", "settings", "firm people domains zone currency invite mailboxes language"),
    Place("Design", "design", "colours figures"),
    Place("Password", "account_change_password", "settings security"),
    Place("Second factor", "mfa_index", "settings security two-factor passkey"),
)


def places(user: User, typed: str) -> list[Place]:
    """Those in whose names or words every typed word begins one; all of them for nothing typed."""
    asked = typed.casefold().split()
    return [
        place
        for place in PLACES
        if place.role in (None, user.role) and all(_begins(word, place) for word in asked)
    ]


def _begins(word: str, place: Place) -> bool:
    return any(one.startswith(word) for one in f"{place.name} {place.words}".casefold().split())
