"""Workbooks as spreadsheet programs write them, with no more in them than a test needs."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True)
class Formula:
    """A formula, and what it came to when the file was saved; None: no program has ever asked."""

    text: str
    value: float | None


Cell = str | int | float | bool | date | Formula | None


def workbook(
    path: Path, sheets: Mapping[str, Sequence[Sequence[Cell]]], merged: Sequence[str] = ()
) -> Path:
    """`merged`: ranges of the first sheet, like A2:A4."""
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">'
    types = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
    types += '"application/vnd.openxmlformats-package.relationships+xml"/>'
    types += '<Default Extension="xml" ContentType="application/xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types += f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/></Types>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", types)
        target = f'{relations}<Relationship Id="r1" Type="{RELATIONS}/officeDocument"'
        packed.writestr("_rels/.rels", f'{target} Target="xl/workbook.xml"/></Relationships>')
        names = "".join(
            f'<sheet name="{escape(name)}" sheetId="{place}" r:id="r{place}"/>'
            for place, name in enumerate(sheets, 1)
        )
        head = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        packed.writestr("xl/workbook.xml", f"{head}<sheets>{names}</sheets></workbook>")
        parts = "".join(
            f'<Relationship Id="r{place}" Type="{RELATIONS}/worksheet" Target="s{place}.xml"/>'
            for place in range(1, len(sheets) + 1)
        )
        parts += f'<Relationship Id="st" Type="{RELATIONS}/styles" Target="styles.xml"/>'
        packed.writestr("xl/_rels/workbook.xml.rels", f"{relations}{parts}</Relationships>")
        packed.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
            '<xf numFmtId="14"/></cellXfs></styleSheet>',
        )
        for place, rows in enumerate(sheets.values(), 1):
            packed.writestr(f"xl/s{place}.xml", _sheet(rows, merged if place == 1 else ()))
    return path


def _sheet(rows: Sequence[Sequence[Cell]], merged: Sequence[str]) -> str:
    written = "".join(
        f'<row r="{number}">'
        + "".join(_cell(f"{_letter(place)}{number}", cell) for place, cell in enumerate(cells))
        + "</row>"
        for number, cells in enumerate(rows, 1)
    )
    ranges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    joined = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{written}</sheetData>{joined}</worksheet>'


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def _cell(name: str, cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return f'<c r="{name}" t="b"><v>{int(cell)}</v></c>'
        case Formula(text=text, value=value):
            known = "" if value is None else f"<v>{value}</v>"
            return f'<c r="{name}"><f>{escape(text)}</f>{known}</c>'
        case date():
            return f'<c r="{name}" s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
        case str():
            text = escape(cell)
            return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        case _:
            return f'<c r="{name}"><v>{cell}</v></c>'
