"""Cells without what is around them: blanks, and what spreadsheets put there to protect a text."""

import pyarrow as pa
import pyarrow.compute as pc

_BLANK = " \t\r\n\u00a0\u2007\u202f\ufeff"
# What programs write for nothing, in cells and in exports of databases.
_NOTHING = pa.array(
    ["", "-", "–", "null", "NULL", "\\N", "#N/A", "#NV", "N/A", "n/a", "nan", "NaN", "None",
     "00.00.0000", "0000-00-00", "00000000"],
)  # fmt: skip
_PROTECTED = {'="': '^="([^"]*)"$', "'": "^'([=+@-].*)$"}


def trimmed(cells: pa.Array, *, number: bool = False) -> pa.Array:
    """Null where nothing is in it. ="0012" and '=A1 lose what protects them as texts.

    `number`: of a customer or the like, which loses what programs give it that take it for a
    quantity: 13085.0.
    """
    cells = pc.utf8_trim(cells, characters=_BLANK)
    for opening, protected in _PROTECTED.items():
        if pc.any(pc.starts_with(cells, pattern=opening)).as_py():
            cells = pc.replace_substring_regex(cells, pattern=protected, replacement=r"\1")
    if number and pc.any(pc.ends_with(cells, pattern=".0")).as_py():
        cells = pc.replace_substring_regex(cells, pattern=r"^(\d+)\.0$", replacement=r"\1")
    return pc.if_else(pc.is_in(cells, value_set=_NOTHING), pa.scalar(None, pa.string()), cells)
