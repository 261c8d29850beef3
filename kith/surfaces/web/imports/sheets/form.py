"""What a person chooses for a sheet: read from the form, and laid out to be chosen again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from kith.ledger.imports.models import Batch
from kith.pipeline.sheets.choices import Choices, read, written
from kith.pipeline.sheets.looking import look_at, propose
from kith.surfaces.sheet_words import field_names
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop
from kith.terms.sheet_fields import FIELDS, lacking
from kith.terms.sheets import ColumnMap, FieldType, Look, SheetKind

SAMPLES, WIDE = 3, 40  # values shown of a column, and signs of each
CUSTOMERS = {"customer_number", "customer_name", "customer_domain"}
# Of these the form of the others follows: what was found of it by another is found anew.
FIRST = ("sheet", "encoding", "delimiter")
REST = ("header_row", "decimal", "date_order")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sheet's kind with all that is chosen for it."""

    kind: SheetKind
    choices: Choices

    @property
    def missing(self) -> tuple[tuple[str, ...], ...]:
        """Of each one is needed."""
        told = self.choices.column_map
        return lacking(self.kind, {*told.columns, *told.constants})

    def kept(self) -> dict[str, Any]:
        """As the batch keeps it."""
        return written(self.choices)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands in it, and which field it says ('': it is not taken)."""

    number: int
    name: str
    samples: Sequence[str]
    field: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A field that no column says, and what holds for every row."""

    name: str
    meaning: str
    text: str
    needed: bool


def proposed(path: Path, name: str) -> Chosen:
    """What a sheet seems to be, before anybody said anything. `name`: as its owner calls it."""
    look = replace(look_at(path), name=Path(name).stem)
    return _proposed(look, None)


def chosen_of(batch: Batch) -> Chosen:
    """What was chosen for it so far."""
    return Chosen(SheetKind(batch.kind), read(batch.how))


def looked_again(batch: Batch, told: QueryDict) -> Chosen:
    """The sheet looked at as a person corrects it; its columns are said anew where they are others,
    or the kind is. Raises BadInput as `look_at` does."""
    before = chosen_of(batch)
    look = before.choices.look
    given = _corrections(told, look)
    fresh = replace(look_at(Path(batch.path), **given), name=look.name)
    kind = _kind(told, before.kind)
    if kind is before.kind and fresh.columns == look.columns:
        return Chosen(kind, replace(before.choices, look=fresh))
    return _proposed(fresh, kind)


def mapped(batch: Batch, told: QueryDict) -> Chosen:
    """What the form says of the columns. Raises BadInput where two say the same."""
    before = chosen_of(batch)
    look, kind = before.choices.look, before.kind
    known = {field.name for field in FIELDS[kind]}
    columns: dict[str, str] = {}
    for number, column in enumerate(look.columns):
        field = told.get(f"col-{number}", "")
        if field not in known:
            continue
        if field in columns:
            raise BadInput(
                gettext_noop("Two columns are said to be the {field}."),
                cure=gettext_noop("Leave one of them out."),
                field=field_names(kind)[field],
            )
        columns[field] = column
    constants = {
        name: text for name in known if (text := told.get(f"const-{name}", "").strip()[:200])
    }
    percent = tuple(name for name in sorted(known) if f"percent-{name}" in told)
    match = told.get("match", before.choices.match)
    return Chosen(kind, Choices(look, ColumnMap(columns, constants, percent), match))


def columns_of(chosen: Chosen) -> list[Column]:
    """Each column with its first values."""
    look, told = chosen.choices.look, chosen.choices.column_map
    says = {column: field for field, column in told.columns.items()}
    return [
        Column(number, name, _samples(look, number), says.get(name, ""))
        for number, name in enumerate(look.columns)
    ]


def constants_of(chosen: Chosen) -> list[Constant]:
    """Fields that no column says, those that are needed first."""
    told = chosen.choices.column_map
    needed = {name for names in chosen.missing for name in names}
    names = field_names(chosen.kind)
    rows = [
        Constant(name, meaning, told.constants.get(name, ""), name in needed)
        for name, meaning in names.items()
        if name not in told.columns or name in told.constants
    ]
    return sorted(rows, key=lambda one: not one.needed)


def percents_of(chosen: Chosen) -> list[tuple[str, str, bool]]:
    """Shares that a column says: whether a bare 4 there is 4 per cent."""
    told, names = chosen.choices.column_map, field_names(chosen.kind)
    return [
        (field.name, names[field.name], field.name in told.percent)
        for field in FIELDS[chosen.kind]
        if field.type is FieldType.SHARE and field.name in told.columns
    ]


def has_customers(kind: SheetKind) -> bool:
    """Whether customers are told apart in such a sheet."""
    return any(field.name in CUSTOMERS for field in FIELDS[kind])


def still_missing(chosen: Chosen) -> list[str]:
    """What no column and nothing else says, as sentences' parts: `date, or ...`."""
    names = field_names(chosen.kind)
    either = gettext(" or ")
    return [either.join(names[name] for name in one) for one in chosen.missing]


def _proposed(look: Look, kind: SheetKind | None) -> Chosen:
    found = propose(look, kind)
    return Chosen(found.kind, Choices(look, found.column_map, found.match))


def _corrections(told: QueryDict, look: Look) -> Mapping[str, Any]:
    given = {name: told.get(name, "") for name in FIRST}
    given["delimiter"] = "\t" if given["delimiter"] == "tab" else given["delimiter"]
    other = any(given[name] and given[name] != getattr(look, name) for name in FIRST)
    rest: dict[str, Any] = {name: told.get(name, "") for name in ("decimal", "date_order")}
    row = told.get("header_row", "")
    if row.isascii() and row.isdigit():
        rest["header_row"] = min(int(row), 10_000)
    if other:  # found by another delimiter, they say nothing of this one unless changed too
        rest = {name: value for name, value in rest.items() if value != getattr(look, name)}
    return {name: value for name, value in {**given, **rest}.items() if value != ""}


def _kind(told: QueryDict, before: SheetKind) -> SheetKind:
    asked = told.get("kind", "")
    return SheetKind(asked) if asked in set(SheetKind) else before


def _samples(look: Look, number: int) -> list[str]:
    cells = (row[number] for row in look.samples if number < len(row))
    return [cell[:WIDE] for cell in dict.fromkeys(cell for cell in cells if cell)][:SAMPLES]
