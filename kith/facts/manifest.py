"""What the mirror holds: the list of its parts, in one file that is swapped whole.

The manifest *is* the mirror: a Parquet file that it does not list does not exist for a reader. So
one rename moves every reader from the old content to the new, all tables at once.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One Parquet file: its table, the year it holds (None: all), and what it was built from.

    `file` is relative to the mirror's folder; `columns` is the shape's `columns_hash`.
    """

    table: str
    year: int | None
    stamp: int
    columns: str
    rows: int
    file: str

    @property
    def key(self) -> tuple[str, int | None]:
        return (self.table, self.year)


def read_manifest(folder: Path) -> Mapping[tuple[str, int | None], Part]:
    """The parts of the mirror in `folder`, by table and year; none where there is no mirror."""
    path = folder / FILE
    if not path.exists():
        return {}
    parts = [Part(**row) for row in json.loads(path.read_text(encoding="utf-8"))["parts"]]
    return {part.key: part for part in parts}


def write_manifest(folder: Path, parts: Iterable[Part]) -> None:
    """Swap the manifest for one that lists `parts`: a killed run leaves the old or the new."""
    rows = sorted((asdict(part) for part in parts), key=lambda row: row["file"])
    draft = folder / f"{FILE}.new"
    draft.write_text(json.dumps({"parts": rows}, indent=1) + "\n", encoding="utf-8")
    draft.replace(folder / FILE)
