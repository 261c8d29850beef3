"""SQL of what follows from a line of an invoice: its sum, its sign, what sort of line it is.

Texts are `t_`, numbers as they stand `d_`, values `v_`, each with the field's name behind it.
docs/sheets.md states the rules.
"""

from collections.abc import Collection

from kith.sources.sheets.cells import SCALE, scaled
from kith.terms.sheets import FieldType
from kith.terms.trade_words import LineSort

_UNIT = SCALE[FieldType.MONEY]
# What a line is called that is no goods: in whole, so that "postage scales" stay goods.
_CHARGES = (
    r"(?:dotcom |next day )?"
    r"(?:postage|carriage|freight|shipping|delivery|handling|packing|packaging)"
    r"(?: (?:and|&) (?:packing|packaging|handling))?(?: (?:cost|costs|charge|charges|fee|fees))?"
    r"|manual|bank charges?|bank fees?|amazon ?fee|discount|rounding|surcharge|small order charge"
    r"|(?:cruk )?commission|samples?|adjustment.*|(?:\w+ )?gift voucher.*|restocking fee|insurance"
    r"|fracht(?:kosten|pauschale|anteil)?|versand(?:kosten|pauschale)?|porto|verpackung(?:skosten)?"
    r"|versand und verpackung|mindermengenzuschlag|maut(?:zuschlag)?|energiezuschlag|bankspesen"
    r"|rundung(?:sdifferenz)?|nachlass|gutschein|mahngebühr(?:en)?|expresszuschlag|zuschlag"
)
_CODES = "('post', 'dot', 'm', 'd', 'c2', 'c3', 's', 'bank charges', 'amazonfee', 'cruk')"
_BAD_DEBT = r"bad debt|written? off|forderungsausfall|uneinbringlich|forderungsverlust"
_SORTS = {
    LineSort.BAD_DEBT: r"bad.?debt|ausfall|uneinbringlich",
    LineSort.CHARGE: r"charge|fee|freight|postage|gebühr|fracht|porto|nebenkosten|kosten",
    LineSort.RETURN: r"return|credit|retoure|rückgabe|gutschrift",
    LineSort.GOODS: r"goods|item|ware|artikel|product|produkt|invoice|rechnung|sale",
}
# Credit notes are numbered apart in many books: C536379, GS-1001.
_CREDIT_NUMBER = r"^(?:C|CN|CR|CM|GS|GU|GUT|ST)[-/ ]?\d"


def derived(has: Collection[str], *, signed: bool) -> dict[str, str]:
    """SQL of each field that has more to it than its cell.

    `signed`: sums of credit notes are written as negative ones already.
    """
    fields: dict[str, str] = {}
    if "net" in has or "price" in has:
        fields |= {"net": f"({_turn(signed=signed)}) * ({_net()})"}
        fields |= {"quantity": _quantity(signed=signed), "sort": _sort(), "credit": _credit()}
        fields |= {"currency": "coalesce(v_currency, n_currency)"}
    for whole, unit in (("list_amount", "list_price"), ("cost_amount", "cost")):
        if {whole, unit} & set(has):
            line = f"coalesce(v_{whole}, {_whole(f'd_{unit}')})"
            fields[whole] = f"sign({_quantity(signed=signed)}) * abs({line})"
    for name in ("rebate", "terms", "freight", "promotion"):
        if name in has:  # some books write what was taken off as negative
            fields[name] = f"abs(v_{name}) * CASE WHEN {_net()} < 0 THEN -1 ELSE 1 END"
    return fields


def computed() -> str:
    """The line's sum as quantity, price and discount give it, in ten-thousandths. A discount that
    is told in money and as a share is one."""
    whole = "d_quantity * d_price / coalesce(d_per, 1)"
    share = "coalesce(d_discount_share, 0)"
    off = f"coalesce(abs(d_discount) * sign(d_quantity), {whole} * {share})"
    return scaled(f"({whole} - {off})", _UNIT)


def _net() -> str:
    return f"coalesce(v_net, {computed()})"


def _whole(unit: str) -> str:
    line = f"d_quantity * {unit} / coalesce(d_per, 1)"
    return scaled(f"({line})", _UNIT)


def _turn(*, signed: bool) -> str:
    """-1 where a credit note's sum is written as if it were an invoice's."""
    return "1" if signed else f"CASE WHEN v_credit AND {_net()} > 0 THEN -1 ELSE 1 END"


def _quantity(*, signed: bool) -> str:
    """A line that names none is one of something."""
    counted = f"coalesce(v_quantity, {_UNIT} * CASE WHEN {_net()} < 0 THEN -1 ELSE 1 END)"
    if signed:
        return counted
    return f"CASE WHEN v_credit AND {_net()} > 0 THEN -abs({counted}) ELSE {counted} END"


def _credit() -> str:
    numbered = f"{_net()} < 0 AND regexp_matches(t_invoice, '{_CREDIT_NUMBER}')"
    return f"coalesce(v_credit, false) OR coalesce({numbered}, false)"


def _sort() -> str:
    said = " ".join(
        f"WHEN regexp_matches(t_sort, '(?i){pattern}') THEN '{sort}'"
        for sort, pattern in _SORTS.items()
    )
    text = "lower(coalesce(t_product_name, t_product_number))"
    return (
        f"CASE {said}"
        f" WHEN regexp_matches({text}, '{_BAD_DEBT}') THEN '{LineSort.BAD_DEBT}'"
        f" WHEN lower(t_product_number) IN {_CODES} OR regexp_full_match({text}, '{_CHARGES}')"
        f" THEN '{LineSort.CHARGE}'"
        f" WHEN d_quantity < 0 OR v_credit THEN '{LineSort.RETURN}' ELSE '{LineSort.GOODS}' END"
    )
