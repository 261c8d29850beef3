"""Where one can go that is no account and no person: pages and actions, by their names."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

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
    Place(gettext_noop("Today"), "today", gettext_noop("home start findings to do")),
    Place(gettext_noop("Accounts"), "accounts", gettext_noop("customers firms list ties")),
    Place(
        gettext_noop("Asset or obstacle"),
        "standing",
        gettext_noop("trade quadrant earns costs close customers"),
    ),
    Place(
        gettext_noop("From list price to margin"),
        "waterfall",
        gettext_noop("trade waterfall prices discounts rebates leakage invoices products"),
    ),
    Place(
        gettext_noop("Giveaways"),
        "giveaways",
        gettext_noop("given free work samples favours gifts credits return"),
    ),
    Place(
        gettext_noop("Log something given"),
        "giveaway_new",
        gettext_noop("giveaway free work sample favour gift credit"),
    ),
    Place(
        gettext_noop("Price rises"),
        "rises",
        gettext_noop("increase waiver waived realised prices announce"),
    ),
    Place(
        gettext_noop("Announce a price rise"),
        "rise_new",
        gettext_noop("increase prices list"),
        Role.MANAGER,
    ),
    Place(gettext_noop("Questions"), "questions", gettext_noop("same person duplicates merge")),
    Place(
        gettext_noop("Who is who"),
        "who_is_who",
        gettext_noop("customers suppliers noise organisations sitting"),
    ),
    Place(gettext_noop("Search"), "search", gettext_noop("find mail text")),
    Place(
        gettext_noop("Bring mail in"),
        "import_new",
        gettext_noop("import upload mbox outlook gmail sheets invoices csv xlsx"),
    ),
    Place(gettext_noop("Imports"), "imports", gettext_noop("undo batches refused")),
    Place(gettext_noop("Mailboxes"), "mailboxes", gettext_noop("privacy levels share keep")),
    Place(gettext_noop("Why is this mail not here?"), "why", gettext_noop("missing lost")),
    Place(
        gettext_noop("How Kith knows"),
        "how",
        gettext_noop("backtest right formula source signals proof"),
    ),
    Place(gettext_noop("Blocked domains and labels"), "blocks", gettext_noop("privacy block")),
    Place(
        gettext_noop("Settings"),
        "settings",
        gettext_noop("firm people domains zone currency invite mailboxes language"),
    ),
    Place(gettext_noop("Design"), "design", gettext_noop("colours figures")),
    Place(gettext_noop("Password"), "account_change_password", gettext_noop("settings security")),
    Place(
        gettext_noop("Second factor"),
        "mfa_index",
        gettext_noop("settings security two-factor passkey"),
    ),
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
    """In the reader's language, and in English, which is on the keys and in the docs."""
    said = f"{gettext(place.name)} {gettext(place.words)} {place.name} {place.words}"
    return any(one.startswith(word) for one in said.casefold().split())
