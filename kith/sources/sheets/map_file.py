"""A map that somebody wrote: a JSON file that says what a sheet's columns are.

    {"columns": {"invoice": "Beleg", "freight": null}, "constants": {"currency": "EUR"},
     "percent": ["discount_share"], "look": {"delimiter": ";", "header_row": 3}}

What it leaves open is guessed; null says that no column says it. `look` corrects how the sheet
is read; `match` says by what customers are told apart.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop
from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import ColumnMap, SheetKind

LOOK = ("sheet", "encoding", "delimiter", "header_row", "decimal", "date_order")
_PARTS = ("columns", "constants", "percent", "look", "match")

_NO_MAP = gettext_noop("{name} is no map of columns: {why}")
_JSON = gettext_noop("docs/sheets.md shows one.")
_NO_FIELD = gettext_noop("The map names “{field}”, which is nothing that such a sheet says.")
_FIELDS = gettext_noop("Choose of: {fields}.")


@dataclass(frozen=True, slots=True)
class MapFile:
    """`columns`: as in a `ColumnMap`; None: no column says it. `look`: arguments of the
    function of that name. `match`: number, name or domain; None: not said."""

    columns: Mapping[str, str | None]
    constants: Mapping[str, str]
    percent: tuple[str, ...] | None
    look: Mapping[str, Any]
    match: str | None


def read_map(path: Path) -> MapFile:
    """Raises BadInput where the file is none."""
    try:
        said = json.loads(path.read_text("utf-8-sig"))
        if not isinstance(said, dict):
            raise TypeError("{ }")
        _known(said, _PARTS)
        look = dict(said.get("look", {}))
        _known(look, LOOK)
        percent = said.get("percent")
        return MapFile(
            {str(k): None if v is None else str(v) for k, v in said.get("columns", {}).items()},
            {str(k): str(v) for k, v in said.get("constants", {}).items()},
            None if percent is None else tuple(map(str, percent)),
            {k: int(v) if k == "header_row" else str(v) for k, v in look.items()},
            said.get("match"),
        )
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BadInput(_NO_MAP, cure=_JSON, name=path.name, why=error) from error


def mapped(guessed: ColumnMap, said: MapFile, kind: SheetKind) -> ColumnMap:
    """What was guessed, with what the file says in its place."""
    fields = [field.name for field in FIELDS[kind]]
    for field in (*said.columns, *said.constants, *(said.percent or ())):
        if field not in fields:
            raise BadInput(_NO_FIELD, cure=_FIELDS, field=field, fields=", ".join(fields))
    taken = {column for column in said.columns.values() if column}
    columns = {
        field: column
        for field, column in guessed.columns.items()
        if field not in said.columns and column not in taken
    }
    columns |= {field: column for field, column in said.columns.items() if column}
    percent = guessed.percent if said.percent is None else said.percent
    return ColumnMap(columns, {**guessed.constants, **said.constants}, percent)


def _known(said: Mapping[str, object], names: tuple[str, ...]) -> None:
    if strange := [name for name in said if name not in names]:
        raise ValueError(", ".join(strange))
