"""The same lines of invoices, however a program writes them, are the same rows."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.terms.sheets import Value
from tests.sources.sheets.sheet import read
from tests.sources.sheets.xlsx import Cell, workbook

NAMES = st.sampled_from(["Example Pumps", 'Smith "& Sons", Ltd', "Müller; Größe\nzwei", "O'Neil"])


class Line(NamedTuple):
    invoice: int
    day: date
    customer: str
    quantity: Decimal
    price: Decimal


LINES = st.lists(
    st.builds(
        Line,
        st.integers(1, 99_999),
        # A thirteenth, so that no order of day and month is left open.
        st.dates(date(1990, 1, 1), date(2060, 12, 31)).map(lambda day: day.replace(day=13)),
        NAMES,
        st.decimals(1, 9_999, places=1),
        st.decimals(Decimal("0.01"), 999_999, places=2),
    ),
    min_size=1,
    max_size=8,
)
HEAD = ["Invoice", "Date", "Customer name", "Quantity", "Price"]


def english(line: Line) -> list[str]:
    return [str(line.invoice), line.day.isoformat(), line.customer, str(line.quantity),
            f"{line.price:,.2f}"]  # fmt: skip


def german(line: Line) -> list[str]:
    turned = str.maketrans(",.", ".,")
    numbers = (str(line.quantity), f"{line.price:,.2f}")
    said = [number.translate(turned) for number in numbers]
    return [str(line.invoice), f"{line.day:%d.%m.%Y}", line.customer, *said]


def american(line: Line) -> list[str]:
    return [str(line.invoice), f"{line.day:%m/%d/%Y} 7:45 AM", line.customer, str(line.quantity),
            f"${line.price:,.2f}"]  # fmt: skip


def cells(line: Line) -> list[Cell]:
    return [line.invoice, line.day, line.customer, float(line.quantity), float(line.price)]


def rows(path: Path) -> list[dict[str, Value]]:
    found = read(path)
    assert not found.refused, found.reasons
    return found.rows


@settings(deadline=None, max_examples=15)
@given(LINES)
def test_the_same_lines_are_the_same_rows_in_every_style(lines: list[Line]) -> None:
    expected = [
        (str(line.invoice), line.day, " ".join(line.customer.split(" ")),
         int(line.quantity * 10_000), int(line.price * 10_000))
        for line in lines
    ]  # fmt: skip
    with TemporaryDirectory() as folder:
        paths = [workbook(Path(folder) / "book.xlsx", {"Lines": [HEAD, *map(cells, lines)]})]
        for name, write, delimiter, encoding in (
            ("english", english, ",", "utf-8"),
            ("german", german, ";", "cp1252"),
            ("american", american, "\t", "utf-16"),
        ):
            text = io.StringIO(newline="")
            csv.writer(text, delimiter=delimiter).writerows([HEAD, *map(write, lines)])
            paths.append(Path(folder) / f"{name}.csv")
            paths[-1].write_bytes(text.getvalue().encode(encoding))
        for path in paths:
            found = [
                tuple(row[n] for n in ("invoice", "day", "customer_name", "quantity", "price"))
                for row in rows(path)
            ]
            assert found == expected, path.name
