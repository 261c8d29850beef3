"""Why a row was refused, in words, and what was left out for good reason."""

from collections.abc import Mapping, Sequence

from kith.sources.sheets.rules import LEFT_OUT
from kith.sources.sheets.wording import PROBLEMS, REMARKS
from kith.terms.errors import BadInput
from kith.terms.sheets import ColumnMap, Remark, SheetRefusal

_SHOWN = 80  # letters of a cell in a message


def ragged(row: int, cells: Sequence[str], width: int) -> SheetRefusal:
    """A row of more cells than the sheet has columns."""
    return _refusal("cells", row, cells, n=len(cells), width=width)


def unsplit(code: str, row: int, cells: Sequence[str]) -> SheetRefusal:
    """A line that could not be split into cells."""
    return _refusal(code, row, cells)


def refusal(
    problem: str,
    row: int,
    cells: Sequence[str],
    *,
    column_map: ColumnMap,
    places: Mapping[str, int],
) -> SheetRefusal:
    """What `rules.problem` found, as code:field. `places`: of fields, in the sheet."""
    code, _, field = problem.partition(":")
    cell = cells[places[field]].strip() if field in places else ""
    cell = cell or column_map.constants.get(field, "")
    if len(cell) > _SHOWN:
        cell = f"{cell[:_SHOWN]}…"
    return _refusal(code, row, cells, column=column_map.columns.get(field, field), cell=cell)


def _refusal(code: str, row: int, cells: Sequence[str], **data: object) -> SheetRefusal:
    message, cure = PROBLEMS[code]
    return SheetRefusal(row, BadInput(message, cure=cure, row=row, **data), tuple(cells))


def remark(code: str, rows: Sequence[int]) -> Remark:
    """Something that is true of these rows."""
    reason = BadInput(REMARKS[code])
    return Remark(code, reason, len(rows), rows[0], code in LEFT_OUT)
