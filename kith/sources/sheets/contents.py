"""What stands in a column, as far as some rows of it show."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from kith.terms.sheets import Field, FieldType, Look

_FIGURES = re.compile(r"[-+(]?[^\w(]*(?:[A-Z]{3}|US\$)? ?[\d.,'’\u00a0 ]+\)?-? ?(?:[^\d\s]{1,4})?")
_DAY = re.compile(r"\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}|[12]\d{7}$|[2-7]\d{4}$|.*[A-Za-zä]{3}.*\d{4}")
_CODE = re.compile(r"[A-Za-z]{3}|[€£$]|Euro|US\$")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MOST = 0.5  # of the filled cells: the name is known, and some may be wrong
_DOCUMENTS = {
    "invoice", "credit", "credit note", "creditnote", "credit memo", "refund", "return", "cn", "cr",
    "rechnung", "gutschrift", "storno", "retoure", "re", "rg", "gs", "gu",
}  # fmt: skip
_SHARES = ("discount_share", "share")


class Contents:
    """The cells of one column in the samples."""

    def __init__(self, cells: Sequence[str], look: Look) -> None:
        self.cells = cells
        self.filled = [cell for cell in cells if cell]
        self._look = look

    def may_be(self, kind: FieldType) -> bool:
        """Whether its cells can be read as this; an empty column can be anything."""
        if not self.filled:
            return True
        match kind:
            case FieldType.NUMBER | FieldType.MONEY | FieldType.RATE | FieldType.SHARE:
                return self._most(_FIGURES)
            case FieldType.DAY:
                return self._most(_DAY)
            case FieldType.CURRENCY:
                return self._most(_CODE)
            case FieldType.FLAG:
                return len(set(self.filled)) <= 12
            case FieldType.TEXT:
                return True

    def likely(self, field: Field) -> float:
        """How well its cells fit a field that shares its name with another one, 0 to 1."""
        if field.name.endswith("name"):
            return 1 if not self.filled or self._share(_LETTERS.search) > 0.5 else 0.4
        if field.name.endswith("number"):
            return 0.45 if self.is_words else 1
        if field.name in _SHARES:
            return 1 if self.are_shares else 0.3
        return 1

    @cached_property
    def is_words(self) -> bool:
        """Names rather than numbers or codes."""
        return bool(self.filled) and self._share(lambda cell: " " in cell or cell.isalpha()) > 0.5

    @cached_property
    def tell_credit_notes(self) -> bool:
        """Whether some of them name an invoice or a credit note."""
        return any(cell.lower() in _DOCUMENTS for cell in self.filled)

    @cached_property
    def numbers(self) -> list[float | None]:
        """Each cell as a number, roughly; None where it is none."""
        return [self._number(cell) for cell in self.cells]

    @cached_property
    def are_shares(self) -> bool:
        """Percent signs, or nothing that is more than a hundred of them."""
        known = [abs(number) for number in self.numbers if number is not None]
        return any("%" in cell for cell in self.filled) or (bool(known) and max(known) <= 1)

    def _number(self, cell: str) -> float | None:
        digits = re.sub(r"[^\d.,-]", "", cell)
        group = "." if self._look.decimal == "," else ","
        try:
            return float(digits.strip("-").replace(group, "").replace(",", "."))
        except ValueError:
            return None

    def _most(self, pattern: re.Pattern[str]) -> bool:
        return self._share(pattern.match) >= _MOST

    def _share(self, test: Callable[[str], object]) -> float:
        return sum(bool(test(cell)) for cell in self.filled) / len(self.filled)
