"""Rates of exchange to one currency, as the fact table `rates` tells them."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Q

from kith.ledger.trade.line_steps import RATE, Rated
from kith.ledger.trade.models import Rate


def rates_of(currencies: Collection[str], quote: str) -> Mapping[str, Sequence[Rated]]:
    """Each foreign currency's rates to `quote`, oldest first. Where only the other way round was
    told on a day, that turned round."""
    foreign = sorted(set(currencies) - {quote})
    if not foreign:
        return {}
    rows = Rate.objects.filter(Q(base__in=foreign, quote=quote) | Q(quote__in=foreign, base=quote))
    found: dict[str, dict[object, Rated]] = {}
    # Those told directly come last, and stay.
    for row in sorted(rows, key=lambda row: row.quote == quote):
        direct = row.quote == quote
        rate = row.rate / RATE if direct else RATE / row.rate
        found.setdefault(row.base if direct else row.quote, {})[row.day] = Rated(row.day, rate)
    return {
        code: sorted(rates.values(), key=lambda rate: rate.since) for code, rates in found.items()
    }
