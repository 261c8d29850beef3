"""What each rule would have found at one origin, and whether it proved right."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from kith.findings.find import RULES
from kith.findings.found import Measures
from kith.findings.relations import of_business
from kith.findings.right import Right, proved

JUDGED = tuple(rule for rule in RULES if hasattr(rule, "RIGHT"))
RIGHTS: dict[str, Right] = {rule.KIND.value: rule.RIGHT for rule in JUDGED}


def at_origin(measures: Measures, *, origin: date, until: date) -> Iterator[dict[str, Any]]:
    """`kind`, `key` and `right` of every finding of `origin` whose time was up by `until`.

    As a rule gives them: before one of several kinds speaks for all, and for however many readers.
    """
    for rule in JUDGED:
        if origin + timedelta(days=rule.RIGHT.days) <= until:
            found = of_business(rule.find(measures, as_of=origin), measures)
            rows = proved(found, measures, rule.RIGHT, as_of=origin, until=until)
            for row in rows.to_pyarrow().to_pylist():
                yield {"kind": rule.KIND.value, **row}
