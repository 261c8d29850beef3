"""SQL of what is wrong with a row, and of what is worth saying of it (`wording` says it)."""

from collections.abc import Collection, Sequence

from kith.sources.sheets import invoices
from kith.sources.sheets.cells import literal
from kith.sources.sheets.wording import REMARKS
from kith.terms.sheets import Field, FieldType, SheetKind

TOTALS = (
    "^(?:grand |sub)?total(?:s|en)?(?: sum)?:?$|^(?:gesamt|end|zwischen)?summen?:?$|^sum:?$"
    "|^gesamt(?:betrag)?:?$|^übertrag:?$|^carried forward:?$|^subtotal:?$"
)
# A type that a filled cell can fail to be, and the code of that.
_UNREAD = {
    FieldType.NUMBER: "number",
    FieldType.MONEY: "number",
    FieldType.RATE: "number",
    FieldType.SHARE: "number",
    FieldType.DAY: "day",
    FieldType.CURRENCY: "currency",
}

LEFT_OUT = ("totals", "text", "header", "same", "stock")
"""Problems of rows that nobody has to put right: they are counted as remarks."""

_FORMULA = "^#(?:REF|VALUE|DIV|NAME|NUM|NULL|WERT|BEZUG|ZAHL)"
FAR = 2200  # 31.12.9999 and the like mean: until further notice
_ROUNDED = 500  # ten-thousandths: a sum and what makes it up differ by five cents at most
_OF_LINES = ("invoice", "day", "product_number", "product_name", "quantity", "price")
_LINES = ("quantity", "price", "net", "list_amount", "cost_amount")


def problem(kind: SheetKind, has: Sequence[Field]) -> str:
    """SQL of the first thing that is wrong with a row, as code:field; null where nothing is."""
    names = {field.name for field in has}
    found = [*_of_kind_first(kind, names)]
    for field in has:
        text, value = f"t_{field.name}", f"v_{field.name}"
        if field.needed:
            found.append((f"{text} IS NULL", f"needed:{field.name}"))
        if code := _UNREAD.get(field.type):
            wrong = f"{text} IS NOT NULL AND {value} IS NULL"
            if field.type is FieldType.CURRENCY:
                wrong += f" AND {text} <> '$'"
            formula = f"regexp_matches({text}, '{_FORMULA}')"
            told = f"CASE WHEN {formula} THEN 'formula' ELSE '{code}' END || ':{field.name}'"
            found.append((wrong, told))
    found += _of_kind(kind, names)
    cases = " ".join(
        f"WHEN {wrong} THEN {code if code.startswith('CASE') else literal(code)}"
        for wrong, code in found
    )
    return f"CASE {cases} END" if cases else "NULL"


def _of_kind_first(kind: SheetKind, names: Collection[str]) -> list[tuple[str, str]]:
    if kind is not SheetKind.ORDERS or not {*names} & {*_LINES}:
        return []
    said = [f"t_{name}" for name in ("invoice", "product_name", "product_number") if name in names]
    total = " OR ".join(f"regexp_matches(lower({text}), '{TOTALS}')" for text in said)
    # No line says as little as a sum of lines does; the others need not be asked.
    open_ = [f"t_{name} IS NULL" for name in _OF_LINES if name in names]
    total = f"CASE WHEN {' OR '.join(open_) or 'true'} THEN {total} END"
    nothing = " AND ".join(f"t_{name} IS NULL" for name in _LINES if name in names)
    return [(total, "totals:"), (f"t_invoice IS NOT NULL AND {nothing}", "text:")]


def _of_kind(kind: SheetKind, names: Collection[str]) -> list[tuple[str, str]]:
    found = [(f"v_{name} <= 0", f"positive:{name}") for name in ("per", "rate") if name in names]
    if {"since", "until"} <= set(names) and kind is not SheetKind.PRODUCTS:
        found.append(("v_until < v_since", "ends:until"))
    if kind is SheetKind.ORDERS:
        if "discount_share" in names:
            found.append(("abs(d_discount_share) > 1", "over:discount_share"))
        if {"net", "price"} & set(names):
            found += [
                ('"net" IS NULL', "no_sum:"),
                (_nobody(names, '"net" = 0'), "stock:"),
                ('"quantity" < 0 AND "net" > 0', "signs:quantity"),
                ("n_currency <> v_currency", "currencies:currency"),
            ]
    elif kind is SheetKind.REBATES:
        found += [
            ("t_customer_number IS NULL AND t_customer_name IS NULL", "needed:customer_number"),
            ("v_share IS NULL AND v_amount IS NULL", "needed:share"),
            ("abs(d_share) > 1", "over:share"),
        ]
    elif kind is SheetKind.RATES:
        found.append(("v_base = v_quote", "same:"))
    else:
        found += [
            (f"v_{name} < 0", f"negative:{name}")
            for name in ("price", "list_price", "cost", "from_quantity")
            if name in names
        ]
    return found


def _nobody(names: Collection[str], besides: str) -> str:
    """SQL: the sheet tells who buys, and the row does not; and `besides`."""
    who = ("customer_number", "customer_name", "customer_domain")
    named = [f"t_{name} IS NULL" for name in who if name in names]
    return " AND ".join([*named, besides]) if named else "false"


MARKED = tuple(REMARKS)[:12]


def marks(kind: SheetKind, names: Collection[str]) -> str:
    """SQL of an integer, a bit for each of `MARKED` that is true of the row."""
    true: dict[str, str] = {}
    if "until" in names:
        true["open"] = f"year(v_until) >= {FAR}"
    if kind is SheetKind.PRODUCTS and {"since", "until"} <= set(names):
        true["no_prices"] = "v_until < v_since"
    if kind is SheetKind.ORDERS and {"net", "price"} & set(names):
        true |= {
            "free": '"net" = 0 AND "sort" = \'goods\'',
            "return": "\"sort\" = 'return'",
            "charge": "\"sort\" = 'charge'",
            "bad_debt": "\"sort\" = 'bad_debt'",
        }
        if "credit" in names:
            true["turned"] = 'v_credit AND v_net > 0 AND "net" < 0'
        if {"net", "price", "quantity"} <= set(names):
            true["differs"] = f"abs(abs(v_net) - abs({invoices.computed()})) > {_ROUNDED}"
        if {"cost", "cost_amount"} & set(names):
            true["no_cost"] = "\"cost_amount\" IS NULL AND \"sort\" IN ('goods', 'return')"
            true["under_cost"] = '"cost_amount" > "net" AND "net" > 0 AND "sort" = \'goods\''
        true["no_customer"] = _nobody(names, "true")
        money = [name for name in ("net", "price") if name in names]
        signs = " OR ".join(f"contains(t_{name}, '$')" for name in money)
        true["dollar"] = f"({signs} OR t_currency = '$') AND \"currency\" IS NULL"
    bits = [
        f"CASE WHEN {sql} THEN {1 << MARKED.index(code)} ELSE 0 END" for code, sql in true.items()
    ]
    return " + ".join(bits) or "0"
