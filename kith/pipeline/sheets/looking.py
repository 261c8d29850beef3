"""Looks at a sheet before anything is kept of it: how it is written, what it is, what its columns
say. What was chosen for a sheet with the same columns before is proposed again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kith.ledger.imports.sheet_readers import Remembered, remembered
from kith.pipeline.sheets.choices import read
from kith.sources.sheets.guess import guess, guess_kind
from kith.sources.sheets.look import look
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


def propose(look: Look, kind: SheetKind | None = None) -> Proposal:
    """What a sheet is and its columns say: as chosen before for the same columns, else guessed."""
    if known := remembered(look.columns, kind):
        choices = read(known.how)
        is_, told, match = SheetKind(known.kind), choices.column_map, choices.match
    else:
        is_ = kind or guess_kind(look)
        told, match = guess(look, is_), "number"
    named = {*told.columns, *told.constants}
    return Proposal(is_, told, known, lacking(is_, named), match)
