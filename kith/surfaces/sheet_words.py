"""What kinds of sheets, and ways of writing one, are called on pages."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop

from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import SheetKind

_KINDS: Mapping[SheetKind, str] = {
    SheetKind.ORDERS: gettext_noop("Invoices or orders, line by line"),
    SheetKind.PRODUCTS: gettext_noop("Products"),
    SheetKind.PRICES: gettext_noop("Price lists"),
    SheetKind.ACCOUNTS: gettext_noop("Customers"),
    SheetKind.RATES: gettext_noop("Rates of exchange"),
    SheetKind.REBATES: gettext_noop("Rebates and terms"),
}
_DELIMITERS = {
    ";": gettext_noop("semicolons"),
    ",": gettext_noop("commas"),
    "\t": gettext_noop("tabs"),
    "|": gettext_noop("upright strokes"),
}
_DECIMALS = {",": gettext_noop("1.234,50"), ".": gettext_noop("1,234.50")}
_ORDERS = {
    "dmy": gettext_noop("day, month, year"),
    "mdy": gettext_noop("month, day, year"),
    "ymd": gettext_noop("year, month, day"),
}
_MATCHES = {
    "number": gettext_noop("by number"),
    "name": gettext_noop("by name"),
    "domain": gettext_noop("by website or mail address"),
}
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "cp850", "mac_roman")
Choices = list[tuple[str, str]]


def kind_name(kind: str) -> str:
    """`Price lists`, in the reader's language; the word itself where it is none of ours."""
    return dict(kind_names()).get(kind, kind)


def kind_names() -> Choices:
    """Every kind of sheet with its name."""
    return _told({str(kind): name for kind, name in _KINDS.items()})


def delimiters() -> Choices:
    """What may part cells; a tab goes by its name, as forms lose it."""
    return [("tab" if sign == "\t" else sign, name) for sign, name in _told(_DELIMITERS)]


def decimals() -> Choices:
    """How a number with cents may be written."""
    return _told(_DECIMALS)


def date_orders() -> Choices:
    """In what order a day may be written in figures."""
    return _told(_ORDERS)


def matches() -> Choices:
    """By what customers may be told apart."""
    return _told(_MATCHES)


def field_names(kind: SheetKind) -> dict[str, str]:
    """What a column may say, by the field's name."""
    return {field.name: gettext(field.meaning) for field in FIELDS[kind]}


def _told(names: Mapping[str, str]) -> Choices:
    return [(key, gettext(name)) for key, name in names.items()]
