"""From the list to the pocket: what every waterfall adds up, whatever it is added up by.

Entries are of four kinds: lines of goods and returns; what conditions take off them, a line and a
condition at a time; what is an account's as a whole, sums granted once and what was given away; and
the lines of no goods, which stand beside. All are integers, so every grouping has the same sums.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import ibis

from kith.signals.money import IDS, NOBODY, converted, sold, with_rate
from kith.signals.output import stacked
from kith.terms.trade_words import ConditionKind, LineSort

GRANTED = tuple(str(kind) for kind in ConditionKind)
# What is added up. `list`: by the list, else the net. `list_listed`, `pocket_listed`: of lines with
# a list price; `pocket_costed`: of lines whose cost is known. `account_wide`: off the pocket and of
# no line. `charges` (postage and the like) and `bad_debt` (negative) are beside all this, no part.
ADDED = (
    "list", "list_listed", "invoice", *GRANTED, "free_work", "pocket_listed", "pocket_costed",
    "account_wide", "cost", "charges", "bad_debt", "n", "n_no_list", "n_no_cost", "n_no_rate",
)  # fmt: skip
NEEDS = ("lines", "giveaways", "conditions")


def entries(tables: Mapping[str, ibis.Table], *, as_of: date, since: date) -> ibis.Table:
    """IDS, `day` and ADDED of everything after `since` that is known on `as_of`."""
    lines = sold(tables, as_of=as_of, since=since)
    others = sold(tables, as_of=as_of, since=since, sorts=(LineSort.CHARGE, LineSort.BAD_DEBT))
    rows = stacked(_of_lines(lines), _of_conditions(lines, tables, as_of))
    rows = stacked(rows, _wide(tables, as_of=as_of, since=since))
    return stacked(rows, _beside(others))


def added(rows: ibis.Table, *by: str, names: Sequence[str] = ADDED) -> ibis.Table:
    """`names` of ADDED per `by`.

    Summed as doubles, which takes engines half as long and is exact up to 2 ** 53: nine hundred
    thousand million units of money for one of `by`.
    """
    return rows.group_by(*by).agg(
        **{name: rows[name].cast("float64").sum().cast("int64") for name in names}
    )


def told(rows: ibis.Table) -> ibis.Table:
    """`rows` of ADDED with the steps that follow from them, and `value`, the share that leaks:
    of lines with a list price (list - pocket) / list, and what is account-wide of all."""
    pocket = rows.invoice - rows.free_work
    for name in GRANTED:
        pocket = pocket - rows[name]
    listed, all_ = (rows[name].cast("float64") for name in ("list_listed", "list"))
    leak = (listed - rows.pocket_listed.cast("float64")) / listed
    leak = leak + rows.account_wide.cast("float64") / all_
    return rows.mutate(
        order_discount=rows.list - rows.invoice,
        pocket=pocket,
        margin=rows.pocket_costed - rows.cost - rows.account_wide,
        value=((rows.list_listed > 0) & (rows.list > 0)).ifelse(leak, None),
        low=ibis.null("float64"),
        high=ibis.null("float64"),
    )


def _entries(rows: ibis.Table, **sums: ibis.Value) -> ibis.Table:
    """Entries of `rows`: ADDED as `sums` say, 0 where they say nothing."""
    nothing = ibis.literal(0, "int64")
    return rows.select(
        *IDS, "day", **{name: sums.get(name, nothing).cast("int64") for name in ADDED}
    )


def _of_lines(lines: ibis.Table) -> ibis.Table:
    rated = lines.rate.notnull()
    pocket = lines.net
    for name in GRANTED:
        pocket = pocket - lines[name]
    listed, costed = lines.list_amount.notnull(), lines.cost.notnull()
    sums = {
        "list": lines.list_amount.fill_null(lines.net),
        "list_listed": lines.list_amount,
        "invoice": lines.net,
        **{name: lines[name] for name in GRANTED},
        "pocket_listed": listed.ifelse(pocket, 0),
        "pocket_costed": costed.ifelse(pocket, 0),
        "cost": lines.cost,
    }
    return _entries(
        lines,
        **{name: amount.fill_null(0) for name, amount in sums.items()},
        n=rated,
        n_no_list=rated & ~listed,
        n_no_cost=rated & ~costed,
        n_no_rate=~rated,
    )


def _of_conditions(lines: ibis.Table, tables: Mapping[str, ibis.Table], as_of: date) -> ibis.Table:
    """A share of a line's net, for each condition that holds for it on its day."""
    held = tables["conditions"]
    held = held.filter(held.known_day <= as_of, held.share.notnull())
    held = held.select(
        "kind", "share", "since", "until",
        of_account="account_id", of_family="family_id", of_product="product_id",
    )  # fmt: skip
    rows = lines.inner_join(held, [lines.account_id == held.of_account, lines.day >= held.since])
    rows = rows.filter(
        rows.until.isnull() | (rows.day <= rows.until),
        rows.of_family.isnull() | (rows.of_family == rows.family_id),
        rows.of_product.isnull() | (rows.of_product == rows.product_id),
        rows.rate.notnull(),
    )
    taken = converted(rows.net, rows.share)
    return _entries(
        rows,
        **{name: (rows.kind == name).ifelse(taken, 0) for name in GRANTED},
        pocket_listed=rows.list_amount.notnull().ifelse(-taken, 0),
        pocket_costed=rows.cost.notnull().ifelse(-taken, 0),
    )


def _beside(lines: ibis.Table) -> ibis.Table:
    is_charge, net = lines.sort == str(LineSort.CHARGE), lines.net.fill_null(0)
    return _entries(
        lines,
        charges=is_charge.ifelse(net, 0),
        bad_debt=is_charge.ifelse(0, net),
        n_no_rate=lines.rate.isnull(),
    )


def _wide(tables: Mapping[str, ibis.Table], *, as_of: date, since: date) -> ibis.Table:
    """Sums granted once, on the day on which they were, and what was given away and was no amends
    for a fault of ours: at its list value, else at its cost."""
    amounts = tables["conditions"]
    amounts = amounts.filter(amounts.amount.notnull())
    amounts = amounts.select("account_id", "kind", "amount", "currency", "known_day", day="since")
    given = tables["giveaways"]
    # What was given on a line at no price is there already: the whole of it is discount.
    given = given.filter(~given.after_complaint, given.line_id.isnull())
    given = given.select(
        "account_id", "currency", "known_day", "day",
        kind=ibis.literal("free_work"),
        amount=given.value_list.fill_null(given.value_cost),
    )  # fmt: skip
    rows = stacked(amounts, given.select(*amounts.columns))
    rows = rows.filter(rows.known_day <= as_of, rows.day <= as_of, rows.day > since)
    rows = rows.filter(rows.amount.notnull())
    rows = with_rate(rows, tables["rates"], since=since, as_of=as_of)
    amount = converted(rows.amount, rows.rate).fill_null(0)
    nobody = ibis.literal(NOBODY, "int64")
    return _entries(
        rows.mutate(family_id=nobody, product_id=nobody, colleague_id=nobody),
        **{name: (rows.kind == name).ifelse(amount, 0) for name in (*GRANTED, "free_work")},
        account_wide=amount,
        n_no_rate=rows.rate.isnull(),
    )
