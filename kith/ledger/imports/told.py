"""What sheets told of a row, batch by batch, and what holds once one of them is taken back. Pure.

Every batch that tells of a row holds it: an arrival says that it created or saw it, and by letters
which of its columns it told; further arrivals say which of them it changed, from what to what. The
batch that came last is right. So a batch that is taken back leaves a row as if only the others had
come, in whatever order batches go.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

KEPT = object()  # the blank of a column that is never empty: what nobody tells any more stays


class Column(NamedTuple):
    """A column that sheets tell: its letter in arrivals, what it holds where nobody told it.

    `read`: from an arrival's text. `also`: a column that follows from it, and how.
    """

    name: str
    letter: str
    blank: Any = None
    read: Callable[[str], Any] = str
    also: tuple[str, Callable[[Any], Any]] | None = None


class Told(NamedTuple):
    """A sort of row that sheets tell of: its number among arrivals, its table, its columns.

    `creator`: the column that says which batch created a row, where no arrival does.
    """

    kind: int
    table: str
    columns: tuple[Column, ...]
    creator: str = ""

    def letters(self, names: Mapping[str, Any]) -> str:
        """The letters of these columns."""
        return "".join(c.letter for c in self.columns if c.name in names)


def whole(text: str) -> int | None:
    """A number or none, as `written` wrote it."""
    return int(text) if text else None


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def flag(text: str) -> bool:
    return text == "1"


def written(value: object) -> str:
    """A value as arrivals keep it; the same for either database's form of a day or a truth."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True, slots=True)
class Holding:
    """How a batch holds a row. `letters`: of the columns it told; `changed`: by column, from what
    to what, as written. `creates`: the row came with it, and whatever it holds was told by it."""

    batch: int
    letters: str
    changed: Mapping[str, tuple[str, str]]
    creates: bool = False


@dataclass(frozen=True, slots=True)
class Without:
    """A row without one of its batches: who holds it now, and what its columns hold, as far as that
    differs. No holdings: nobody does, and it goes."""

    holdings: Sequence[Holding]
    values: Mapping[str, Any]
    is_gone: bool = False


def without(told: Told, holdings: Sequence[Holding], batch: int, now: Mapping[str, Any]) -> Without:
    """A row as if only the other batches had come. `holdings` in their order; `now`: its columns.

    A column that somebody else changed since keeps what they wrote.
    """
    others = [h for h in holdings if h.batch != batch]
    mine = next(h for h in holdings if h.batch == batch)
    if not others and mine.creates:
        return Without((), {}, is_gone=True)
    heirs = [replace(h, changed={}, creates=h.creates or (mine.creates and not n))
             for n, h in enumerate(others)]  # fmt: skip
    values: dict[str, Any] = {}
    changes: list[dict[str, tuple[str, str]]] = [{} for _ in heirs]
    for column in told.columns:
        base, says, last = _said(column, holdings, written(now[column.name]))
        value = _blank(column) if mine.creates and column.blank is not KEPT else base
        for heir, change in zip(heirs, changes, strict=True):
            if (said := says.get(heir.batch)) is None:
                continue
            if said != value and not heir.creates:
                change[column.name] = (value, said)
            value = said
        if written(now[column.name]) == last != value:
            values[column.name] = column.read(value)
    return Without([replace(h, changed=c) for h, c in zip(heirs, changes, strict=True)], values)


def _said(column: Column, holdings: Sequence[Holding], now: str) -> tuple[str, dict[int, str], str]:
    """What a column held before all of them, what each told that it holds, and what it held then.

    Who created the row told all that it held at first, blanks included, but for what is blank.
    """
    first = next((h.changed[column.name][0] for h in holdings if column.name in h.changed), now)
    value, says = first, {}
    for holding in holdings:
        if column.name in holding.changed:
            value = holding.changed[column.name][1]
        tells = column.letter in holding.letters
        if tells or (holding.creates and column.blank is not KEPT and value != _blank(column)):
            says[holding.batch] = value
    return first, says, value


def _blank(column: Column) -> str:
    return written(column.blank)
