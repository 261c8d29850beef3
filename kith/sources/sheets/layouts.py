"""Layouts that are known by the file's name and its number of columns, as they have no header.

These are the tables of AdventureWorks, a made-up maker of bicycles whose database many programs
are shown with.
"""

from kith.terms.sheets import ColumnMap, Look, SheetKind

# Name and number of columns: kind, and the place of each field's column, the first being 1.
_LAYOUTS = {
    ("currencyrate", 7): (SheetKind.RATES, {"day": 2, "base": 3, "quote": 4, "rate": 5}),
    ("product", 25): (
        SheetKind.PRODUCTS,
        {"number": 1, "name": 2, "cost": 9, "list_price": 10, "family": 19},
    ),
    ("productlistpricehistory", 5): (
        SheetKind.PRICES,
        {"product_number": 1, "since": 2, "until": 3, "price": 4},
    ),
    ("productcosthistory", 5): (
        SheetKind.PRODUCTS,
        {"number": 1, "since": 2, "until": 3, "cost": 4},
    ),
    ("store", 6): (SheetKind.ACCOUNTS, {"customer_number": 1, "name": 2, "owner": 3}),
}


def layout_of(look: Look, kind: SheetKind) -> ColumnMap | None:
    """The map of a known layout, if the sheet has one and it is of this kind."""
    found = _LAYOUTS.get((look.name.lower(), len(look.columns)))
    if look.header_row or found is None or found[0] is not kind:
        return None
    return ColumnMap({field: look.columns[place - 1] for field, place in found[1].items()})
