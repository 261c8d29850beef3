"""The verb that changes what the firm is, and lets the facts follow that tell its money."""

from kith.ledger.guard import writer
from kith.ledger.imports.writers import restamp
from kith.ledger.rights import firm_writers
from kith.ledger.rights.models import Firm, User
from kith.ledger.rights.readers import founded


@writer
def change_firm(*, name: str, zone: str, currency: str, actor: User | None) -> Firm:
    """As `rights.firm_writers.change_firm`; every rate of exchange is told to the new currency."""
    before = founded().currency
    firm = firm_writers.change_firm(name=name, zone=zone, currency=currency, actor=actor)
    restamp([("rates", 0)] if firm.currency != before else [], actor=actor)
    return firm
