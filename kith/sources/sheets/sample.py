"""Some rows of a file, before it is known how to read them all: its head, its middle, its end."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kith.sources.sheets.csv_rows import csv_rows
from kith.sources.sheets.delimiter import delimiter_of
from kith.sources.sheets.encoding import encoding_of
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

_HEAD = 256 * 1024
_SLICE = 32 * 1024
_ENCODING = gettext_noop("There is no encoding “{encoding}”.")
_KNOWN = gettext_noop("Most files are utf-8 or cp1252.")


@dataclass(frozen=True, slots=True)
class Sample:
    """`head`: number and cells of the first rows; `rest`: cells of some further ones. The others as
    in a `Look`."""

    head: Sequence[tuple[int, Sequence[str]]]
    rest: Sequence[Sequence[str]]
    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def text_sample(path: Path, encoding: str, delimiter: str) -> Sample:
    """Of a CSV file; what is '' is found."""
    encoding = encoding or encoding_of(path)
    try:
        lines, further = _text(path, encoding)
    except (LookupError, ValueError):
        raise BadInput(_ENCODING, cure=_KNOWN, encoding=encoding) from None
    delimiter = delimiter or delimiter_of(lines)
    head = [(number, cells) for number, (cells, _) in enumerate(csv_rows(lines, delimiter), 1)]
    rest = [cells for cells, _ in csv_rows(further, delimiter) if cells]
    return Sample(head, rest, encoding, delimiter)


def _text(path: Path, encoding: str) -> tuple[list[str], list[str]]:
    """Lines of the head, and whole lines from the middle and the end of what comes behind it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_HEAD)
        slices = []
        for start in ((_HEAD + size - _SLICE) // 2, size - _SLICE):
            if start > _HEAD:
                file.seek(start - start % 4)  # no letter is cut in two
                slices.append(file.read(_SLICE))
    lines = _lines(head, encoding)
    if size > _HEAD and len(lines) > 1:
        lines.pop()
    if encoding == "utf-16":  # its mark stands at the beginning alone
        encoding = "utf-16-be" if head.startswith(b"\xfe\xff") else "utf-16-le"
    return lines, [line for part in slices for line in _lines(part, encoding)[1:-1]]


def _lines(data: bytes, encoding: str) -> list[str]:
    text = data.decode(encoding, errors="replace").replace("\0", "")
    return list(io.StringIO(text, newline=""))
