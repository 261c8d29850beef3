"""Guesses which column says what, from what columns are called and what stands in them."""

from collections.abc import Iterable, Mapping, Sequence

from kith.sources.sheets.contents import Contents
from kith.sources.sheets.layouts import layout_of
from kith.sources.sheets.names import names_of, plain
from kith.terms.sheet_fields import FIELDS, lacking
from kith.terms.sheets import ColumnMap, Field, FieldType, Look, SheetKind


def guess(look: Look, kind: SheetKind, remembered: Iterable[ColumnMap] = ()) -> ColumnMap:
    """Fields without a likely column are left out; `lacking` says whether enough was found.

    `remembered`: maps of earlier sheets, the newest first; one whose columns are all here is taken.
    """
    for earlier in remembered:
        if set(earlier.columns.values()) <= set(look.columns) and earlier.columns:
            return earlier
    return _guessed(look, kind, _contents(look))


def guess_kind(look: Look) -> SheetKind:
    """The kind of which the columns say most; orders where they say nothing at all."""
    contents = _contents(look)
    return max(_ORDER, key=lambda kind: _told(_guessed(look, kind, contents), kind))


def _contents(look: Look) -> dict[str, Contents]:
    return {
        column: Contents([sample[place] for sample in look.samples], look)
        for place, column in enumerate(look.columns)
    }


def _guessed(look: Look, kind: SheetKind, contents: Mapping[str, Contents]) -> ColumnMap:
    if layout := layout_of(look, kind):
        return layout
    columns = _assigned(FIELDS[kind], contents, kind) if look.header_row else {}
    return ColumnMap(columns, _constants(columns, contents), _percent(columns, contents, kind))


# The first of equals: what says more stands before what says less.
_ORDER = (
    SheetKind.ORDERS, SheetKind.RATES, SheetKind.REBATES, SheetKind.PRICES, SheetKind.PRODUCTS,
    SheetKind.ACCOUNTS,
)  # fmt: skip


def _told(column_map: ColumnMap, kind: SheetKind) -> tuple[bool, float]:
    """Whether a sheet of this kind could be read, and how many of its columns would be, with the
    ones that only such a sheet has counting twice."""
    named = column_map.columns
    enough = not lacking(kind, {*named, *column_map.constants})
    own = sum(plain(column) in _own(kind) for column in named.values())
    return bool(named) and enough, len(named) + own


def _own(kind: SheetKind) -> set[str]:
    """Names of columns that no other kind of sheet has."""
    others = {
        name for other in SheetKind if other is not kind for names in names_of(other).values()
        for name in names
    }  # fmt: skip
    return {name for names in names_of(kind).values() for name in names} - others


def _assigned(
    fields: Sequence[Field], contents: Mapping[str, Contents], kind: SheetKind
) -> dict[str, str]:
    """What is needed first, then the surest pairs of field and column, each column once."""
    scores = sorted(
        (
            (
                not field.needed,
                -_score(field, column, contents[column], kind),
                place,
                field.name,
                column,
            )
            for place, field in enumerate(fields)
            for column in contents
        ),
    )
    found: dict[str, str] = {}
    for _, score, _, field, column in scores:
        if score < 0 and field not in found and column not in found.values():
            found[field] = column
    return {field.name: found[field.name] for field in fields if field.name in found}


def _score(field: Field, column: str, contents: Contents, kind: SheetKind) -> float:
    """0: it cannot be. The earlier the name in the list of the field's, the surer."""
    names = names_of(kind)[field.name]
    name = plain(column)
    if name not in names or not contents.may_be(field.type):
        return 0
    score = 1 - names.index(name) / (2 * len(names))
    return score * contents.likely(field)


def _percent(
    columns: Mapping[str, str], contents: Mapping[str, Contents], kind: SheetKind
) -> tuple[str, ...]:
    """Shares of which some are above 1 are told in percent; so are those with which, of two ways to
    read them, more lines come to the sum that they state."""
    shares = [
        field.name
        for field in FIELDS[kind]
        if field.type is FieldType.SHARE and field.name in columns
    ]
    found = [name for name in shares if _above_one(contents[columns[name]])]
    if not found and {"discount_share", "quantity", "price", "net"} <= set(columns):
        rows = [contents[columns[name]].numbers for name in ("quantity", "price", "net")]
        off = contents[columns["discount_share"]].numbers
        lines = [line for line in zip(*rows, off, strict=True) if line[3]]
        if _fitting(lines, 0.01) > _fitting(lines, 1):
            found.append("discount_share")
    return tuple(found)


def _above_one(contents: Contents) -> bool:
    return any((number or 0) > 1 for number in contents.numbers)


def _fitting(lines: Sequence[tuple[float | None, ...]], one: float) -> int:
    return sum(
        abs(quantity * price * (1 - off * one) - net) <= 0.002 * abs(net)
        for quantity, price, net, off in lines
        if quantity and price and net and off
    )


def _constants(columns: Mapping[str, str], contents: Mapping[str, Contents]) -> dict[str, str]:
    """Prices for a hundred or a thousand, where sums are so much less than they would be."""
    if "per" in columns or not {"quantity", "price", "net"} <= set(columns):
        return {}
    rows = zip(
        *(contents[columns[name]].numbers for name in ("quantity", "price", "net")), strict=True
    )
    ratios = [q * p / n for q, p, n in rows if q and p and n]
    for per in (100, 1000):
        if len(ratios) >= 3 and sum(0.5 * per < ratio < 1.5 * per for ratio in ratios) > 0.9 * len(
            ratios
        ):
            return {"per": str(per)}
    return {}
