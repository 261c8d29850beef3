"""Whose each finding is and where it stands in their list, looked up for all rules in one go.

The same few joins for every rule by itself are as many statements again to write, which in a small
ledger takes longer than all that they do.
"""

from collections.abc import Callable, Mapping
from types import ModuleType

import ibis

from kith.findings.found import Measures
from kith.findings.owner import for_managers, owned
from kith.findings.prices import priced
from kith.findings.rank import Record, ranked, weight
from kith.findings.relations import of_business
from kith.signals.output import stacked

# What it takes to tell; a rule whose findings are the managers' gives the `stake` as well.
ASKED = ("key", "account_id", "contact_id", "colleague_id", "urgency")
TOLD = ("key", "user_id", "stake", "rank", "thought")


def placed(
    found: Mapping[ModuleType, ibis.Table], measures: Measures, proved: Record
) -> ibis.Table:
    """Of what the rules `found` (by rule), a row for each finding that is raised: its `key`,
    `user_id`, `stake`, `rank`, and `thought` as `of_business` says.

    `measures` holds the tables of `owner.askable`.
    """
    by_sort: dict[Callable[..., ibis.Table], list[ibis.Table]] = {}
    for rule, rows in found.items():
        by_sort.setdefault(_whose(rule), []).append(_asked(rule, rows, proved))
    told = [
        whose(of_business(stacked(*tables), measures), measures)
        for whose, tables in by_sort.items()
    ]
    every = (rows.select(*TOLD[:3], "thought", "kind", "urgency", "weight") for rows in told)
    return ranked(stacked(*every)).select(*TOLD)


def _asked(rule: ModuleType, rows: ibis.Table, proved: Record) -> ibis.Table:
    return rows.select(
        *ASKED,
        *(["stake"] if _whose(rule) is _for_managers else []),
        kind=ibis.literal(rule.KIND.value),
        weight=ibis.literal(weight(rule.KIND, proved)),
    )


def _whose(rule: ModuleType) -> Callable[..., ibis.Table]:
    if getattr(rule, "FOR_MANAGERS", False):
        return _for_managers
    return priced if getattr(rule, "PRICED", False) else owned


def _for_managers(found: ibis.Table, _measures: Measures) -> ibis.Table:
    return for_managers(found)
