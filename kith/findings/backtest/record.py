"""How often each kind of finding proved right, from what each origin's findings came to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kith.findings.rank import Proved
from kith.terms.finding import FindingKind

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """`n` findings of a kind, each cause once, of which `right` proved right within `days` days."""

    n: int
    right: int
    days: int


def recorded(kind_days: Mapping[str, int], rows: Iterable[Row]) -> dict[str, Counted]:
    """Per kind, from rows with `kind`, `key`, `right`, in the order of the origins.

    A cause counts once, where it was first found: the same one lasts over several months.
    """
    seen: set[str] = set()
    tally = {kind: [0, 0] for kind in kind_days}
    for row in rows:
        if row["key"] not in seen:
            seen.add(row["key"])
            tally[row["kind"]][0] += 1
            tally[row["kind"]][1] += bool(row["right"])
    return {kind: Counted(n, right, kind_days[kind]) for kind, (n, right) in tally.items()}


def record(counts: Mapping[str, Counted], wrong: Mapping[str, int]) -> dict[FindingKind, Proved]:
    """What ranking takes from it: of those that rows judged and those that people called wrong,
    the share that was right. A person's word counts as one finding more that was not."""
    found = {}
    for kind in FindingKind:
        judged, called = counts.get(kind), wrong.get(kind, 0)
        n = (judged.n if judged else 0) + called
        if n:
            found[kind] = Proved(share=(judged.right if judged else 0) / n, n=n)
    return found
