"""Looks at a sheet before anything is kept of it: how it is written, what it is, what its columns
say. What was chosen for a sheet with the same columns before is proposed again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.ledger.imports.sheet_readers import Remembered, remembered
from kith.pipeline.sheets.choices import read
from kith.sources.sheets import map_file
from kith.sources.sheets.guess import guess, guess_kind
from kith.sources.sheets.look import look
from kith.sources.sheets.map_file import MapFile
from kith.terms.sheet_fields import lacking
from kith.terms.sheets import ColumnMap, Look, SheetKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sheet seems to be. `remembered`: who chose the same for its columns before, and when;
    None: it is a guess. `missing`: of each tuple of fields one has no column yet, and is needed.
    """

    kind: SheetKind
    column_map: ColumnMap
    remembered: Remembered | None
    missing: tuple[tuple[str, ...], ...]
    match: str = "number"


def look_at(path: Path, **corrections: Any) -> Look:
    """How the sheet is written. `corrections`: fields of the look that a person knows better.

    Raises BadInput where it is no sheet, or too large.
    """
    return look(path, **corrections)


def read_map(path: Path) -> MapFile:
    """What somebody wrote down of a sheet: its columns, and how to look at it (docs/sheets.md).

    Raises BadInput where the file says no such thing.
    """
    return map_file.read_map(path)


def propose(look: Look, kind: SheetKind | None = None, told: MapFile | None = None) -> Proposal:
    """What a sheet is and its columns say: as chosen before for the same columns, else guessed.

    `told`: a map that was written for it, which comes before both.
    """
    if known := remembered(look.columns, kind):
        choices = read(known.how)
        is_, column_map, match = SheetKind(known.kind), choices.column_map, choices.match
    else:
        is_ = kind or guess_kind(look)
        column_map, match = guess(look, is_), "number"
    if told:
        column_map, match = map_file.mapped(column_map, told, is_), told.match or match
    named = {*column_map.columns, *column_map.constants}
    return Proposal(is_, column_map, known, lacking(is_, named), match)
