"""How much stands in a generated ledger, and over which years."""

from dataclasses import dataclass
from datetime import date

FIRST, LAST = date(2021, 7, 1), date(2026, 6, 30)  # LAST is where the firm's clock stands
A_THREAD = 4  # activities of one thread
A_INVOICE = 5  # lines of one invoice


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts of rows. Each must be a multiple of `colleagues`, activities of A_THREAD besides."""

    accounts: int
    contacts: int
    activities: int
    colleagues: int

    def __post_init__(self) -> None:
        for count in (self.accounts, self.contacts, self.threads):
            if count % self.colleagues:
                raise ValueError(f"{count} is not a multiple of {self.colleagues} colleagues.")

    @property
    def threads(self) -> int:
        return self.activities // A_THREAD


BIG = Scale(accounts=100_000, contacts=1_000_000, activities=10_000_000, colleagues=200)
SMALL = Scale(accounts=2_000, contacts=20_000, activities=100_000, colleagues=20)


@dataclass(frozen=True, slots=True)
class Trade:
    """What is sold in a generated ledger, over its last three years, to every second account."""

    products: int
    invoices: int

    @property
    def lines(self) -> int:
        return self.invoices * A_INVOICE


# Few mails, as pages of trade ask for none: what is large here is what was sold.
TRADING = Scale(accounts=100_000, contacts=200_000, activities=400_000, colleagues=200)
TRADE = Trade(products=20_000, invoices=2_000_000)
