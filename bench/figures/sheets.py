"""A sheet of invoice lines: imported with matching and undo records, imported again, taken back."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, lines
from bench.child import work
from bench.line import Line

ROWS_A_SECOND, MEGABYTES, SECONDS, MOST = 40_000.0, 1_000.0, 0.2, 1.0


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    sheet = (
        cache.kept("lines", (Path(lines.__file__),), lines.make, bytes_=lines.BYTES) / lines.NAME
    )
    say(f"{lines.ROWS:,} lines of invoices: import, undo")
    with tempfile.TemporaryDirectory(prefix="kith-bench-", dir=cache.folder()) as scratch:
        ran = work("sheets", sheet, home=Path(scratch) / "kith")
        small = work("sheets", _head(sheet, Path(scratch)), home=Path(scratch) / "small")
    if not ran.said["empty"]:
        raise SystemExit("What was undone is not gone: the content's hash is not the empty one.")
    rows = ran.said["read"]
    yield Line("sheets", "invoice lines", rows, "")
    yield Line("sheets", "import", rows / ran.said["import"], "lines/s", least=ROWS_A_SECOND)
    for part in ("writing", "parsing"):
        yield Line("sheets", f"processor, {part}", ran.said[part], "s")
    yield Line(
        "sheets", "undo beside import", ran.said["undo"] / ran.said["import"], "x", most=MOST
    )
    yield Line("sheets", "longest transaction", ran.said["longest"], "s", most=SECONDS)
    yield Line("sheets", "memory, all processes", ran.megabytes, "MB", most=MEGABYTES)
    yield Line("sheets", "memory of a tenth of it", small.megabytes, "MB")


def _head(sheet: Path, folder: Path) -> Path:
    """The first tenth of the sheet."""
    short = folder / "tenth.csv"
    with sheet.open(encoding="utf-8") as source, short.open("w", encoding="utf-8") as target:
        for _, row in zip(range(lines.ROWS // 10), source, strict=False):
            target.write(row)
    return short
