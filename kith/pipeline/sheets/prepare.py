"""From a sheet to chunks that only need writing: read, typed, decided. Knows no database.

Runs in a process of its own where a sheet is large; imports no Django for that reason.
"""

from collections.abc import Generator, Mapping
from pathlib import Path

from kith.ledger.trade.incoming import TradeChunk
from kith.pipeline.sheets import decide_others as others
from kith.pipeline.sheets.decide import Decide, Reading, decided
from kith.pipeline.sheets.decide_orders import orders
from kith.sources.sheets.chunks import chunks
from kith.terms.sheets import ColumnMap, Look, SheetKind

DECIDE: Mapping[SheetKind, Decide] = {
    SheetKind.ACCOUNTS: others.accounts,
    SheetKind.PRODUCTS: others.products,
    SheetKind.PRICES: others.prices,
    SheetKind.ORDERS: orders,
    SheetKind.RATES: others.rates,
    SheetKind.REBATES: others.rebates,
}


def prepared(
    path: Path, look: Look, column_map: ColumnMap, reading: Reading, after: int
) -> Generator[TradeChunk, None, None]:
    """The sheet's rows behind row `after`. Raises BadInput as `kith.sources.sheets.chunks` does."""
    for chunk in chunks(path, look, column_map, reading.kind, after=after):
        yield decided(chunk, reading, DECIDE[reading.kind])
