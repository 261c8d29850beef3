"""All rules on one day: measures in, findings out."""

from collections.abc import Iterable, Iterator
from datetime import date
from types import ModuleType
from typing import Any

from kith.findings import (
    gone_quiet,
    hangs_on_one,
    held_by_one,
    newcomer,
    no_say,
    unanswered,
)
from kith.findings.found import Measures
from kith.findings.owner import for_managers, owned
from kith.findings.rank import ranked
from kith.terms.finding import Finding, FindingKind

RULES = (unanswered, gone_quiet, hangs_on_one, held_by_one, newcomer, no_say)

# The signals whose tables rules read, by the name under which they read them.
SIGNALS = (
    "ties", "contact_ties", "account_ties", "threads_open", "silence", "breadth", "leaving",
    "authority", "newcomers",
)  # fmt: skip


def findings(measures: Measures, *, as_of: date) -> list[Finding]:
    """Every finding of every rule, best rank first, each cause once.

    `measures`: the fact tables and the tables of `SIGNALS`, as of the same day.
    """
    found = [f for rule in RULES for f in _of(rule, measures, as_of)]
    return sorted(_each_cause_once(found), key=lambda f: (-f.rank, f.key))


def _of(rule: ModuleType, measures: Measures, as_of: date) -> Iterator[Finding]:
    found = rule.find(measures, as_of=as_of)
    whose = (
        for_managers(found)
        if getattr(rule, "FOR_MANAGERS", False)
        else owned(found, measures, as_of=as_of)
    )
    table = ranked(whose, rule.KIND)
    # DuckDB adds up to 128 bits and reads 0.4 as a decimal, whatever Ibis says of either.
    schema = table.schema().to_pyarrow()
    for batch in table.to_pyarrow_batches():
        for row in batch.cast(schema).to_pylist():
            yield _finding(rule, row, as_of)


def _finding(rule: ModuleType, row: dict[str, Any], as_of: date) -> Finding:
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
        numbers={name: row[name] for name in rule.NUMBERS},
        evidence=_newest_first(row["evidence"]),
    )


def _newest_first(evidence: list[dict[str, Any]]) -> tuple[int, ...]:
    by_time = sorted(evidence, key=lambda e: (e["instant"], e["activity_id"]), reverse=True)
    return tuple(each["activity_id"] for each in by_time)


def _each_cause_once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Who has gone quiet after a question of theirs is told of once, as gone quiet."""
    found = list(found)
    quiet = {f.contact_id for f in found if f.kind is FindingKind.GONE_QUIET}
    for finding in found:
        if finding.kind is not FindingKind.UNANSWERED or finding.contact_id not in quiet:
            yield finding
