"""Who has turned up lately at an account that we know well? See docs/signals/newcomers.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis

from kith.signals.exchange import once
from kith.signals.output import declared, stacked
from kith.signals.persons import known, lately, of_persons
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"
_WHERE = ("contact_id", "account_id")

OUTPUT = Shape(
    name="newcomers",
    grain="one person first met at their account lately, in any mail that reaches us",
    columns=(
        Column("contact_id", "int64", "who is new"),
        Column("account_id", "int64", "where they work today"),
        Column(
            "value",
            "float64",
            "touches of a year with those met there before; null where these are too few or new",
            nullable=True,
        ),
        Column("low", "float64", "null: a count of what happened, no estimate", nullable=True),
        Column("high", "float64", "null, as low", nullable=True),
        Column("n", "int64", "mails in which they wrote, were written to or read along"),
        Column("n_in", "int64", "touches they made"),
        Column("n_out", "int64", "touches we made"),
        Column("n_copied", "int64", "mails of their people's that went to them as well"),
        Column("days", "int64", "days of these"),
        Column("first_day", "date", "on which they were first met"),
        Column("last_day", "date", "of the last of these"),
    ),
)


@dataclass(frozen=True, slots=True)
class Params:
    """All our choices.

    - `lately`: days for which a person is new.
    - `settled`: days since when we must have written both ways with others there.
    - `enough`: touches of a year with these others; `each_side`: the share of them that either
      side must have made, as many a newsletter is answered once or twice.
    """

    weights: Weights = field(default_factory=Weights)
    lately: int = 90
    settled: int = 180
    enough: int = 20
    each_side: float = 0.2


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`. Met is who stands in any mail, a mass mailing too: nobody is called new
    whom such a mail named before."""
    copies = known(tables["copies"], as_of=as_of)
    new = of_persons(_new(tables["touches"], copies, as_of, params), tables["contacts"])
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    rows = _left(new, _traces(touches.semi_join(new, _WHERE), copies.semi_join(new, _WHERE)))
    others = touches.semi_join(new, "account_id").anti_join(new, _WHERE)
    rows = rows.left_join(_before(others, as_of, params), "account_id").drop("account_id_right")
    return declared(
        rows.mutate(
            value=rows.strength.cast("float64"),
            low=ibis.null("float64"),
            high=ibis.null("float64"),
        ),
        OUTPUT,
    )


def _new(touches: ibis.Table, copies: ibis.Table, as_of: date, params: Params) -> ibis.Table:
    """Who was met lately and not before, with the first day.

    Those met lately are few, and looked for in all that was before; to group all by person
    takes half as long again.
    """
    seen = touches.filter(touches.day <= as_of, touches.known_day <= as_of)
    met = stacked(seen.select(*_WHERE, "day"), copies.select(*_WHERE, "day"))
    late = lately(met, as_of=as_of, days=params.lately)
    late = late.group_by(*_WHERE).agg(first_day=late.day.min())
    earlier = met.filter(met.day <= as_of - timedelta(days=params.lately))
    return late.anti_join(earlier, _WHERE)


def _traces(touches: ibis.Table, copies: ibis.Table) -> ibis.Table:
    """What happened with the new ones, by person and account."""
    once_each = once(touches, _WHERE)
    rows = stacked(
        once_each.select(*_WHERE, "day", way=once_each.is_in.ifelse("in", "out")),
        copies.select(*_WHERE, "day", way=ibis.literal("copied")),
    )
    return rows.group_by(*_WHERE).agg(
        n=rows.count(),
        n_in=(rows.way == "in").sum(),
        n_out=(rows.way == "out").sum(),
        n_copied=(rows.way == "copied").sum(),
        days=rows.day.nunique(),
        last_day=rows.day.max(),
    )


def _left(new: ibis.Table, traces: ibis.Table) -> ibis.Table:
    """Who was met in mass mail alone has no trace that counts, and stays with zeros."""
    rows = new.left_join(traces, _WHERE).drop("contact_id_right", "account_id_right")
    counts = {name: rows[name].fill_null(0) for name in ("n", "n_in", "n_out", "n_copied", "days")}
    return rows.mutate(**counts, last_day=rows.last_day.fill_null(rows.first_day))


def _before(others: ibis.Table, as_of: date, params: Params) -> ibis.Table:
    """Per account: touches of the year with those met before, where these are many and of old."""
    sides = others.group_by("account_id").agg(
        first_in=others.is_in.ifelse(others.day, None).min(),
        first_out=others.is_in.ifelse(None, others.day).min(),
    )
    year = once(lately(others, as_of=as_of), ("account_id",))
    sums = year.group_by("account_id").agg(
        n_in=year.is_in.sum(), n_out=(~year.is_in).sum(), strength=year.count()
    )
    settled = as_of - timedelta(days=params.settled)
    old = sides.filter(sides.first_in <= settled, sides.first_out <= settled)
    strong = sums.filter(
        sums.strength >= params.enough,
        sums.n_in >= params.each_side * sums.strength,
        sums.n_out >= params.each_side * sums.strength,
    )
    return strong.semi_join(old, "account_id").select("account_id", "strength")
