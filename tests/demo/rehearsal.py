"""A day of signals and rules, compiled once and played again on other days.

Nearly all time of a day is spent on putting expressions into SQL, which is the same for every day
but for the day's own date. So the day stays and the facts move: so many days later. No signal that
rules read knows of days of the week or of the year but by their distance from `as_of`.
`tests/demo/test_load.py` holds what is played here against honest runs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import ibis

from kith.findings.causes import each_cause_once
from kith.findings.find import OF_TRADE, RULES, SIGNALS, findings, of_row
from kith.pipeline.measure import measures
from kith.signals import silence
from kith.signals.money import years_ago
from kith.terms.finding import Finding

# What rules read, and what these and the accounts' relations are made of; not what is only kept.
NEEDED = (*SIGNALS, *OF_TRADE, "days_off", "relations")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"year-\d{4}$")  # kith.findings.found.once_a_year
_BY_YEARS = {"leaking", "over_attended", "discount_spread"}  # what holds since so many years


@dataclass
class Tape:
    """A connection that keeps what is asked of it, in order; nothing is dropped, so that it can be
    asked again."""

    under: Any
    asked: list[str] = field(default_factory=list)

    def execute(self, query: str, *args: Any, **kwargs: Any) -> "Tape":
        if not query.startswith("DROP"):
            self.asked.append(query)
            self.under.execute(query, *args, **kwargs)
        return self

    def sql(self, query: str, **kwargs: Any) -> Any:
        self.asked.append(query)
        return self.under.sql(query, **kwargs)

    def unregister(self, name: str) -> None:
        """What lies in memory stays."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.under, name)


@dataclass(frozen=True)
class Take:
    """The statements of a day: what it makes before the silence's rhythm is fitted (`first`), what
    that is fitted to, what it makes then, and what each rule asks. The rhythm's shape is in the
    statements; its mean stands in `then` as `population`, that day's own."""

    first: tuple[str, ...]
    statistics: str
    then: tuple[str, ...]
    rules: tuple[str, ...]
    population: str


class Rehearsal:
    """`on(day)`: the findings of that day, as a run of it would have them, best first.

    `facts`: the mirror's tables on DuckDB. `stands`: the day that all others are moved to.
    """

    def __init__(self, facts: Mapping[str, ibis.Table], stands: date) -> None:
        self._backend: Any = ibis.get_backend(facts["touches"])
        self._stands = stands
        self._moved = {name: self._kept(name, table) for name, table in facts.items()}
        self._con = self._backend.con
        self._takes: dict[int, Take] = {}
        self._last = 0  # the shape that the rhythm had the last time

    def on(self, day: date) -> list[Finding]:
        ago = (self._stands - day).days
        self._move(ago)
        return [_back(one, self._stands, day) for one in self._findings()]

    def _findings(self) -> list[Finding]:
        if not self._takes:
            return self._rehearsed()
        take = self._takes[self._last]
        fitted = self._fitted(take)
        if fitted.regularity != self._last:
            if fitted.regularity not in self._takes:
                return self._rehearsed()
            self._last = fitted.regularity
            take = self._takes[self._last]
            self._fitted(take)
        for statement in take.then:
            self._con.execute(statement.replace(take.population, _population(fitted)))
        found = [
            of_row(rule, row, self._stands)
            for rule, asks in zip(RULES, take.rules, strict=True)
            for row in self._con.execute(asks).to_arrow_table().to_pylist()
        ]
        return sorted(each_cause_once(found), key=lambda one: (-one.rank, one.key))

    def _fitted(self, take: Take) -> silence.Params:
        for statement in take.first:
            self._con.execute(statement)
        return silence.fit(self._con.execute(take.statistics).to_arrow_table().to_pylist())

    def _rehearsed(self) -> list[Finding]:
        """An honest run, of which the statements are kept."""
        tape = Tape(self._con)
        self._backend.con = tape
        past = measures(self._moved, as_of=self._stands, report=lambda _: None, names=NEEDED)
        with past as measured:
            found = findings(measured, as_of=self._stands)
        made = [_again(q) for q in tape.asked if q.startswith(("CREATE", "INSERT"))]
        asked = [q for q in tape.asked if q.startswith(("WITH", 'SELECT "', "SELECT *"))]
        statistics, rules = asked[0], tuple(asked[1:])
        at = sum(q.startswith(("CREATE", "INSERT")) for q in
                 tape.asked[: tape.asked.index(statistics)])  # fmt: skip
        fitted = silence.fit(self._con.execute(statistics).to_arrow_table().to_pylist())
        then, population = tuple(made[at:]), _population(fitted)
        if len(rules) != len(RULES) or not any(population in q for q in then):
            raise AssertionError("signals and rules ask otherwise than this file believes")
        self._takes[fitted.regularity] = Take(tuple(made[:at]), statistics, then, rules, population)
        self._last = fitted.regularity
        return found

    def _kept(self, name: str, table: ibis.Table) -> ibis.Table:
        """An own copy, out of which the moved one is made (`_move`)."""
        self._backend.create_table(f"kept_{name}", table)
        return self._backend.create_table(f"moved_{name}", table)

    def _move(self, days: int) -> None:
        """All days of the facts, and their moments, so many days later."""
        for name, table in self._moved.items():
            later = ", ".join(
                f'"{column}" + INTERVAL {days} DAY AS "{column}"'
                for column, kind in table.schema().items()
                if kind.is_temporal()
            )
            what = f"* REPLACE ({later})" if later else "*"
            self._con.execute(f"DELETE FROM moved_{name}")
            self._con.execute(f"INSERT INTO moved_{name} SELECT {what} FROM kept_{name}")


def _again(statement: str) -> str:
    return statement.replace("CREATE TEMP", "CREATE OR REPLACE TEMP", 1)


def _population(fitted: silence.Params) -> str:
    """As the signal's statement has it."""
    return str(fitted.pull * fitted.population)


def _back(found: Finding, stands: date, day: date) -> Finding:
    """As it was called on its own day: a key may name days, or the year; and a year before a day
    is 365 days or 366."""
    ago = stands - day
    key = _DATE.sub(lambda match: str(date.fromisoformat(match[0]) - ago), found.key)
    key = _YEAR.sub(f"year-{day.year}", key)
    years = {years_ago(stands, back): years_ago(day, back) for back in (1, 2, 3)}
    since = found.since - ago
    if found.kind in _BY_YEARS:
        since = years.get(found.since, since)
    return replace(found, key=key, since=since, as_of=day)
