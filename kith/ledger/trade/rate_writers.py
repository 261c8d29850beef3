"""The verb on rates of exchange, as sheets tell of them."""

from collections.abc import Sequence

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before, values_of
from kith.ledger.imports.told_writers import brought, tell
from kith.ledger.imports.writers import restamp
from kith.ledger.rights.models import User
from kith.ledger.trade.incoming import LeftRow, SaidRate
from kith.ledger.trade.models import Rate
from kith.ledger.trade.told import RATE
from kith.ledger.trade.told_readers import rates_of
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop


@writer
def tell_rates(
    rates: Sequence[SaidRate], batch: Batch, *, actor: User | None
) -> tuple[int, int, list[LeftRow]]:
    """Rates by day: how many are new, how many changed. Refused is one that the batch has told
    already and tells otherwise now."""
    there = rates_of(rate.day for rate in rates)
    said: dict[tuple[str, str, object], SaidRate] = {}
    refused = []
    for rate in rates:
        first = said.setdefault((rate.base, rate.quote, rate.day), rate)
        if first.rate != rate.rate:
            refused.append(_doubled(rate))
    known = {pk: said[key] for key, pk in there.items() if key in said}
    now = values_of(RATE, known)
    before = told_before(RATE, batch, known)
    refused += [_doubled(known[pk]) for pk in before if now[pk]["rate"] != known[pk].rate]
    values = {pk: {"rate": rate.rate} for pk, rate in known.items()}
    changed = tell(RATE, batch, values, now, before, actor=actor)
    new = [rate for key, rate in said.items() if key not in there]
    ids = list(bulk.new_ids(Rate, len(new)))
    bulk.insert(
        Rate,
        ["id", "base", "quote", "day", "rate"],
        [(pk, r.base, r.quote, r.day, r.rate) for pk, r in zip(ids, new, strict=True)],
    )
    brought(RATE, batch, [(pk, "r") for pk in ids], actor=actor)
    restamp([("rates", 0)] if rates else [], actor=actor)
    return len(new), len(changed), refused


def _doubled(rate: SaidRate) -> LeftRow:
    error = BadInput(
        gettext_noop("Row {row}: {base} in {quote} has another rate on {day} above."),
        cure=gettext_noop("Leave one of them out."),
        row=rate.row,
        base=rate.base,
        quote=rate.quote,
        day=rate.day,
    )
    return LeftRow(rate.row, error.written())
