"""What an account bought within twelve months: what other signals of trade are set against."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals import account_waterfall


def waterfalls(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """Signal `account_waterfall`: `tables` may hold it, computed before as of the same day."""
    name = account_waterfall.OUTPUT.name
    return tables[name] if name in tables else account_waterfall.signal(tables, as_of=as_of)


def bought(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """Per account with a line within the twelve months `revenue`: what was invoiced, returns taken
    off, ten-thousandths of the firm's currency."""
    rows = waterfalls(tables, as_of=as_of)
    return rows.filter(rows.n > 0).select("account_id", revenue=rows.invoice)
