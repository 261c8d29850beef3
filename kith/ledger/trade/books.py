"""What an import knows already of products, customers and sellers, so that it asks but once.

Only an import that is alone among those of sheets may hold it (`kith.pipeline.sheets`): what it
knows is true for as long as nobody else adds or undoes any.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kith.ledger.people.firm_names import FirmNames

MOST = 100_000  # of each: an import's memory stays flat


@dataclass(slots=True)
class Books:
    """`products`: id, what was told last, and the name; `customers`: id and what was told last;
    `families`, `sellers`: ids. `match`: by what customers are told apart, 'number', 'name' or
    'domain'. `currency`: the firm's own, of invoices that name none. Read when first they are
    needed: `names`, by which customers are found; `rated`, from which day on currencies have a
    rate.
    """

    match: str
    currency: str
    products: dict[str, tuple[int, Any, str]] = field(default_factory=dict)
    customers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    families: dict[str, int] = field(default_factory=dict)
    sellers: dict[str, int | None] = field(default_factory=dict)
    names: FirmNames | None = None
    rated: dict[str, date] | None = None

    def trim(self) -> None:
        """Forgets what has grown too large: between two chunks, never within one."""
        for known in (self.products, self.customers, self.families, self.sellers):
            if len(known) > MOST:
                known.clear()
