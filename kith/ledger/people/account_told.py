"""What sheets tell of accounts, domains and colleagues, column by column."""

from kith.ledger.imports.models import Arrival
from kith.ledger.imports.told import Column, Told, whole

ACCOUNT = Told(
    Arrival.ACCOUNT,
    "ledger_account",
    (
        Column("country", "c", ""),
        Column("segment", "s", ""),
        Column("owner_id", "o", None, whole),
    ),
)
DOMAIN = Told(Arrival.DOMAIN, "ledger_accountdomain", ())
COLLEAGUE = Told(Arrival.COLLEAGUE, "ledger_colleague", ())
