"""SQL that reads cells: texts become numbers, money, days, as `FieldType` says, or null.

Each function takes an expression of a trimmed text, null where the cell is empty, and gives one
that is null where the text is none of what was asked for. Plain cells take a short way, the others
pay for theirs.
"""

from kith.terms.sheets import FieldType

SCALE = {
    FieldType.NUMBER: 10_000,
    FieldType.MONEY: 10_000,
    FieldType.SHARE: 1_000_000,
    FieldType.RATE: 100_000_000,
}

AMOUNT = "DOUBLE"
# Up to here, ten-thousandths of a number that came as a text are exact; DuckDB's wide decimals
# take a hundred times as long to read.
MOST = 400_000_000_000
_SPACES = r"\s\x{a0}\x{2007}\x{2009}\x{202f}"
_SIGNS = r"[€£$¥₤]|US\$|[A-Z]{3}|(?i:eur|usd|gbp|chf|fr\.|kr\.?|zł|kč|ft)"
_UNIT = r"[A-Za-zäöü.²³]{1,8}"  # 12 pcs
_PERCENT = r"%|v\.H\."
_SERIAL = r"(?:[2-7]\d{4})(?:\.\d+)?"  # days since 1899-12-30: of 1954 to 2119
_FIGURES = r"^(\d{1,4})[./ -]+(\d{1,2})[./ -]+(\d{1,4})"
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
TRUE = (
    "1", "x", "y", "yes", "true", "t", "j", "ja", "wahr", "w", "credit", "cr", "c", "cn", "gu",
    "gs", "g", "h", "credit note", "creditnote", "credit memo", "gutschrift", "storno", "return",
    "retoure", "refund", "market", "markt", "charge",
)  # fmt: skip
"""What says yes in a column of flags, in small letters: 'gutschrift' says that it is one."""


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def amount(text: str, decimal: str, *, extra: str = _SIGNS) -> str:
    """A decimal number. `extra`: what may stand before or behind it."""
    if decimal == ",":
        plain = f"CASE WHEN NOT contains({text}, '.') THEN replace({text}, ',', '.') END"
        group, point = ".", ","
    else:
        plain, group, point = text, ",", r"\."
    groups = rf"[{group}'’`{_SPACES}]"
    digits = (
        rf"\d{{1,3}}(?:{groups}\d{{2,3}})*{groups}\d{{3}}(?:{point}\d*)?"
        rf"|\d+(?:{point}\d*)?|{point}\d+"
    )
    around = rf"(?:{extra})?[{_SPACES}]*"
    behind = rf"[{_SPACES}]*(?:{extra})?"
    pattern = (
        rf"{around}[+−-]?{around}(?:{digits}){behind}[−-]?{behind}"
        rf"|{around}\({around}(?:{digits}){behind}\){behind}"
    )
    body = rf"regexp_extract({text}, {literal(digits)})"
    bare = f"replace(regexp_replace({body}, {literal(groups)}, '', 'g'), ',', '.')"
    minus = rf"regexp_matches({text}, '[(−-]')"
    slow = (
        f"CASE WHEN regexp_full_match({text}, {literal(pattern)})"
        f" THEN try_cast({bare} AS {AMOUNT}) * CASE WHEN {minus} THEN -1 ELSE 1 END END"
    )
    return f"coalesce(try_cast({plain} AS {AMOUNT}), {slow})"


def scaled(number: str, unit: int) -> str:
    """A number as an integer of so many parts of one."""
    return f"CASE WHEN abs({number}) < {MOST} THEN CAST(round({number} * {unit}) AS BIGINT) END"


def day(text: str, order: str) -> str:
    """A date: as computers write it, in figures in the sheet's order, with a month's name, as eight
    digits, or as a spreadsheet counts days."""
    names = {"ymd": "['y', 'm', 'd']", "dmy": "['d', 'm', 'y']", "mdy": "['m', 'd', 'y']"}[order]
    figures = f"regexp_extract({text}, {literal(_FIGURES)}, {names})"
    months = " ".join(f"WHEN {literal(name)} THEN {number}" for name, number in _MONTHS.items())
    named = f"regexp_extract({text}, '(?i)({'|'.join(_MONTHS)})', 1)"
    first = rf"regexp_extract({text}, '^\D*(\d{{1,2}})\D', 1)"
    last = rf"regexp_extract({text}, '^\D*\d{{1,2}}\D+(\d{{2}}|\d{{4}})(?:\D.*)?$', 1)"
    return (
        f"CASE WHEN {text} IS NULL THEN NULL"
        rf" WHEN regexp_matches({text}, '^\d{{4}}-\d\d?-\d\d?(?:$|[ T])') THEN"
        f" coalesce(try_cast({text} AS DATE), try_cast(({text})[:10] AS DATE))"
        rf" WHEN regexp_matches({text}, '^\d{{4}}[./ ]\d\d?[./ ]\d\d?(?:\D|$)') THEN"
        rf" try_cast(regexp_replace({text}, '^(\d+)\D(\d+)\D(\d+).*$', '\1-\2-\3') AS DATE)"
        rf" WHEN regexp_full_match({text}, '[12]\d{{7}}') THEN"
        f" {_date(f'({text})[1:4]', f'({text})[5:6]', f'({text})[7:8]')}"
        f" WHEN regexp_full_match({text}, {literal(_SERIAL)}) THEN"
        f" DATE '1899-12-30' + try_cast(({text})[1:5] AS INTEGER)"
        f" WHEN regexp_matches({text}, {literal(_FIGURES + '(?:[^0-9]|$)')}) THEN"
        f" {_date(*(f'({figures}).{part}' for part in 'ymd'))}"
        rf" WHEN regexp_matches({text}, '(?i)^(?:\d|[a-zä]+\.? \d)[^:]*[a-zä]{{3}}|^[a-zä]{{3}}')"
        " THEN"
        f" {_date(last, f'CAST(CASE lower({named}) {months} END AS VARCHAR)', first)}"
        " END"
    )


def _date(year: str, month: str, days: str) -> str:
    """Two digits of a year: of 1970 to 2069."""
    full = (
        f"CASE WHEN length({year}) = 2 THEN"
        f" CASE WHEN {year} < '70' THEN '20' ELSE '19' END || {year} ELSE {year} END"
    )
    return f"try_cast({full} || '-' || {month} || '-' || {days} AS DATE)"


def currency(text: str) -> str:
    """Three capital letters. A lone $ is left open: many countries have one."""
    return (
        f"CASE WHEN {text} IN ('€', 'Euro', 'EURO', 'euro') THEN 'EUR' WHEN {text} = '£' THEN 'GBP'"
        f" WHEN {text} = 'US$' THEN 'USD' WHEN {text} IN ('$', '') THEN NULL"
        f" WHEN regexp_full_match({text}, '[A-Za-z]{{3}}') THEN upper({text}) END"
    )


def named_currency(text: str) -> str:
    """The currency that stands in a cell of money, if one does."""
    found = rf"nullif(regexp_extract({text}, 'US\$|[€£]|[A-Za-z]{{3}}'), '')"
    return rf"CASE WHEN regexp_matches({text}, '[€£A-Za-df-z]') THEN {currency(found)} END"


def flag(text: str) -> str:
    return f"lower({text}) IN {TRUE}"


def figure(text: str, kind: FieldType, decimal: str, *, percent: bool) -> str:
    """The number that stands in a cell, with eight digits behind the point; a share as a part of
    one. `percent`: a bare 4 is 4 %, else it is 400 %."""
    if kind is FieldType.NUMBER:
        return amount(text, decimal, extra=_UNIT)
    if kind is not FieldType.SHARE:
        return amount(text, decimal)
    number = amount(text, decimal, extra=_PERCENT)
    if percent:
        return f"{number} / 100"
    return f"{number} / CASE WHEN contains({text}, '%') THEN 100 ELSE 1 END"


def value(text: str, kind: FieldType, order: str) -> str:
    """The value of a cell that holds no number."""
    match kind:
        case FieldType.DAY:
            return day(text, order)
        case FieldType.CURRENCY:
            return currency(text)
        case FieldType.FLAG:
            return flag(text)
        case _:
            return text
