"""docs/sheets.md keeps up with the code."""

import json
import re
from pathlib import Path

from kith.sources.sheets.map_file import mapped, read_map
from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import ColumnMap, SheetKind

PAGE = (Path(__file__).parents[3] / "docs/sheets.md").read_text("utf-8")


def test_every_field_of_every_kind_is_told() -> None:
    for kind, fields in FIELDS.items():
        _, _, rest = PAGE.partition(f"### {kind.value.capitalize()}\n")
        table = rest.strip().split("\n\n")[0].splitlines()[2:]
        said = [
            f"| `{field.name}`{' (needed)' if field.needed else ''} | {field.meaning} |"
            f" {field.type.value} |"
            for field in fields
        ]
        assert table == said, kind


def test_the_map_that_is_shown_is_one(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "map.json"
    path.write_text(shown, "utf-8")
    found = mapped(ColumnMap({"net": "Netto"}), read_map(path), SheetKind.ORDERS)
    assert found.columns == {"net": "Netto", "invoice": "Beleg", "day": "column 3"}
    assert json.loads(shown)["look"] == read_map(path).look
