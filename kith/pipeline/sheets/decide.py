"""What rows of a sheet say, as the ledger takes it in: customers, products, invoices and lines.

Pure, and knows no Django: it runs in the process that reads the sheet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kith.ledger.trade.incoming import Doubt, LeftRow, TradeChunk
from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import SheetChunk, SheetKind

T = TypeVar("T", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True)
class Reading:
    """What holds for all rows of a sheet. `match`: by what customers are told apart; `currency`:
    the firm's own; `says`: fields that have a column or a constant; `row_bytes`: of one row, about.
    """

    kind: SheetKind
    match: str
    currency: str
    says: frozenset[str]
    row_bytes: float = 0.0


Decide = Callable[[list[tuple[Any, ...]], Reading], dict[str, Any]]


def decided(chunk: SheetChunk, reading: Reading, decide: Decide) -> TradeChunk:
    """A chunk of typed rows, decided upon by the function for its kind."""
    told = decide(chunk.rows, reading)
    doubts = [*(Doubt(r.code, r.reason.written(), r.n, r.first) for r in chunk.remarks),
              *told.pop("doubts", ())]  # fmt: skip
    left = [LeftRow(r.row, r.reason.written(), r.cells) for r in chunk.refused]
    read = len(chunk.rows) + len(left) + sum(r.n for r in chunk.remarks if r.left_out)
    left += told.pop("left_out", ())
    return TradeChunk(chunk.rows_done, read, int(read * reading.row_bytes), left, doubts, **told)


def places(kind: SheetKind) -> Mapping[str, int]:
    """Where each field stands in a row; the row's number comes first."""
    return {field.name: place for place, field in enumerate(FIELDS[kind], 1)}


def merged(found: dict[str, T], key: str, said: T) -> None:
    """Adds what a row says to what rows above it said under that key: the first one counts."""
    known = found.get(key)
    if known is None:
        found[key] = said
    elif known is not said and known != said:
        found[key] = type(known)(*map(_first, known, said))


def _first(one: Any, other: Any) -> Any:
    return other if one is None or one == "" else one
