"""All rules on one day: measures in, findings out."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from types import ModuleType
from typing import Any, cast

import ibis
import pyarrow as pa

from kith.findings import (
    contact_gone,
    discount_spread,
    given_again,
    gone_quiet,
    hangs_on_one,
    held_by_one,
    leaking,
    newcomer,
    no_say,
    one_sided,
    over_attended,
    they_stopped,
    unanswered,
    waived_again,
    we_stopped,
)
from kith.findings.causes import each_cause_once
from kith.findings.found import Measures
from kith.findings.gate import NOT_TRIED, Beaten, may_speak
from kith.findings.owner import askable
from kith.findings.placed import placed
from kith.findings.rank import NOTHING_KNOWN, Record
from kith.terms.finding import Finding

RULES = (
    unanswered,
    gone_quiet,
    hangs_on_one,
    contact_gone,
    they_stopped,
    we_stopped,
    one_sided,
    held_by_one,
    newcomer,
    no_say,
    leaking,
    waived_again,
    given_again,
    discount_spread,
    over_attended,
)

# The signals whose tables rules read, by the name under which they read them.
SIGNALS = (
    "ties", "contact_ties", "account_ties", "threads_open", "silence", "breadth", "leaving",
    "authority", "newcomers",
)  # fmt: skip
# The same of trade. No rule that later rows can judge reads them.
OF_TRADE = (
    "waterfall", "account_waterfall", "giveaways_given", "rise_realisation", "attention",
    "standing",
)  # fmt: skip


def findings(
    measures: Measures,
    *,
    as_of: date,
    proved: Record = NOTHING_KNOWN,
    beaten: Beaten = NOT_TRIED,
) -> list[Finding]:
    """Every finding of every rule, best rank first, each cause once (`kith.findings.causes`).

    `measures`: the fact tables and the tables of `SIGNALS` and `OF_TRADE`, as of the same day.
    `proved`: how often each kind proved right on this ledger by that day, where it is known.
    `beaten`: how the signals behind forecasts fared (`kith.findings.gate`).
    """
    speaking = [rule for rule in _with_rows(measures) if may_speak(rule, beaten)]
    with asking(measures, as_of=as_of) as known:
        found = list(of_rules(speaking, known, as_of=as_of, proved=proved))
    return sorted(each_cause_once(found), key=lambda f: (-f.rank, f.key))


def _with_rows(measures: Measures) -> Sequence[ModuleType]:
    """The rules that have rows to speak of: those of trade need some, and cost nothing without."""
    papers = [measures[name] for name in ("lines", "giveaways", "waivers") if name in measures]
    if any(rows.limit(1).count().to_pyarrow().as_py() for rows in papers):
        return RULES
    return [r for r in RULES if not hasattr(r, "PAPERS") and not getattr(r, "PRICED", False)]


@contextmanager
def asking(measures: Measures, *, as_of: date) -> Iterator[Measures]:
    """`measures` with what every rule asks alike, computed once and held by the engine."""
    with ExitStack() as stack:
        held = {
            name: stack.enter_context(table.cache())
            for name, table in askable(measures, as_of=as_of).items()
        }
        yield ChainMap(held, cast("Any", measures))


def of_rules(
    rules: Iterable[ModuleType],
    measures: Measures,
    *,
    as_of: date,
    proved: Record = NOTHING_KNOWN,
) -> Iterator[Finding]:
    """The findings of these rules, from `asking`'s tables: two kinds may tell of the same cause."""
    with ExitStack() as stack:
        found = {
            rule: stack.enter_context(rule.find(measures, as_of=as_of).cache()) for rule in rules
        }
        if not found:
            return
        places = stack.enter_context(placed(found, measures, proved).cache())
        for rule, rows in found.items():
            given = rows.drop("stake") if "stake" in rows.columns else rows
            yield from _findings(rule, given.inner_join(places, "key"), as_of)


def _findings(rule: ModuleType, table: ibis.Table, as_of: date) -> Iterator[Finding]:
    # DuckDB adds up to 128 bits and reads 0.4 as a decimal, whatever Ibis says of either.
    schema = pa.schema([f.with_type(_counted(f.type)) for f in table.schema().to_pyarrow()])
    for batch in table.to_pyarrow_batches():
        for row in batch.cast(schema).to_pylist():
            yield of_row(rule, row, as_of)


def _counted(type_: pa.DataType) -> pa.DataType:
    """The type with whole numbers for instants, which only put evidence in order: for one instant
    of Python's, pyarrow loads pandas."""
    if pa.types.is_list(type_):
        return pa.list_(_counted(type_.value_type))
    if pa.types.is_struct(type_):
        return pa.struct([field.with_type(_counted(field.type)) for field in type_])
    return pa.int64() if pa.types.is_timestamp(type_) else type_


def of_row(rule: ModuleType, row: dict[str, Any], as_of: date) -> Finding:
    return Finding(
        key=row["key"],
        kind=rule.KIND,
        claim=rule.CLAIM,
        account_id=row["account_id"],
        contact_id=row["contact_id"],
        colleague_id=row["colleague_id"],
        user_id=row["user_id"],
        as_of=as_of,
        since=row["since"],
        stake=row["stake"],
        urgency=row["urgency"],
        rank=row["rank"],
        numbers={name: row[name] for name in rule.NUMBERS} | _thought(row),
        evidence=_newest_first(row.get("evidence") or []),
        papers=_papers(row, getattr(rule, "PAPERS", ())),
    )


def _thought(row: dict[str, Any]) -> dict[str, str]:
    """What the account is only thought to be, for the sentence to say so."""
    return {"thought": row["thought"]} if row["thought"] else {}


def _papers(row: dict[str, Any], names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """What a rule proves by other rows than activities: see `found.paper`."""
    return {
        name: tuple(
            each["paper_id"]
            for each in sorted(row[name], key=lambda e: (e["day"], e["paper_id"]), reverse=True)
        )
        for name in names
        if row[name]
    }


def _newest_first(evidence: list[dict[str, Any]]) -> tuple[int, ...]:
    by_time = sorted(evidence, key=lambda e: (e["instant"], e["activity_id"]), reverse=True)
    return tuple(each["activity_id"] for each in by_time)
