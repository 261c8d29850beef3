"""What is left of the list price on its way to the pocket? See docs/signals/waterfall.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals import pocket
from kith.signals.money import years_ago
from kith.signals.output import declared
from kith.terms.shapes import Column, Shape

SEEN_BY = "owner and manager"
NEEDS = pocket.NEEDS
YEARS = 3
# Printed with the number wherever it is exported: definitions of leakage differ sevenfold.
DEFINITION = (
    "leak share = (list - pocket) / list, over lines with a list price;"
    " sums granted to the account as a whole and what was given away over all lines"
)

_MONEY = "ten-thousandths of the firm's currency"
STEPS = (
    Column("list", "int64", f"by the list, else the net, {_MONEY}"),
    Column("order_discount", "int64", "list - invoice"),
    Column("invoice", "int64", "net of goods and returns"),
    Column("terms", "int64", "discount for paying early"),
    Column("rebate", "int64", "granted off the invoice"),
    Column("freight", "int64", "carriage that we paid"),
    Column("promotion", "int64", "advertising and the like"),
    Column("free_work", "int64", "given away, at list value; no amends for a fault of ours"),
    Column("pocket", "int64", "invoice less all of these"),
    Column("cost", "int64", "of lines whose cost is known"),
    Column("margin", "int64", "pocket of these lines - cost - what is account-wide"),
    Column("charges", "int64", "beside it: postage, bank charges and the like, as invoiced"),
    Column("bad_debt", "int64", "beside it: claims written off, negative"),
    Column("n", "int64", "lines of goods and returns added up"),
    Column("n_no_list", "int64", "of these, lines without a list price"),
    Column("n_no_cost", "int64", "of these, lines without a cost"),
    Column("n_no_rate", "int64", "lines and sums left out: their currency has no rate that day"),
)
LEAK = (
    Column("value", "float64", "share that leaks; null: nothing has a list price", nullable=True),
    Column("low", "float64", "null: a sum of what happened has no sampling error", nullable=True),
    Column("high", "float64", "null, as low", nullable=True),
)

OUTPUT = Shape(
    name="waterfall",
    grain="one account x family x colleague x year back, with something sold or given",
    columns=(
        Column("account_id", "int64", "who bought; 0: the books do not say"),
        Column("family_id", "int64", "of products; 0: none, or of the account as a whole"),
        Column("colleague_id", "int64", "who sold; 0: the books do not say, or as family_id"),
        Column("years_back", "int32", "0: the twelve months up to as_of; 1, 2: those before"),
        *LEAK,
        *STEPS,
        Column("list_listed", "int64", "list of the lines with a list price"),
        Column("pocket_listed", "int64", "pocket of these"),
        Column("pocket_costed", "int64", "pocket of the lines whose cost is known"),
        Column("account_wide", "int64", "of all that is off the pocket, what is of no line"),
    ),
)


def signal(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """`OUTPUT` on `as_of`: Marn and Rosiello's (1992) steps, added up from lines in integers."""
    rows = by_year(tables, "account_id", "family_id", "colleague_id", as_of=as_of)
    return declared(pocket.told(rows), OUTPUT)


def known(tables: Mapping[str, ibis.Table], *, as_of: date) -> ibis.Table:
    """`OUTPUT` for another signal: `tables` may hold it, computed before as of the same day."""
    return tables[OUTPUT.name] if OUTPUT.name in tables else signal(tables, as_of=as_of)


def by_year(
    tables: Mapping[str, ibis.Table], *by: str, as_of: date, years: int = YEARS
) -> ibis.Table:
    """What the steps are made of (`pocket.ADDED`) per `by` and `years_back`."""
    rows = pocket.entries(tables, as_of=as_of, since=years_ago(as_of, years))
    ends = [(rows.day > years_ago(as_of, back + 1), back) for back in range(years - 1)]
    return pocket.added(
        rows.mutate(years_back=ibis.cases(*ends, else_=years - 1)), *by, "years_back"
    )
