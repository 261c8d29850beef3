"""The SQL that turns a block of cells into typed rows, written once for a sheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.sources.sheets import cells, invoices, rules
from kith.terms.sheet_fields import FIELDS
from kith.terms.sheets import ColumnMap, Field, FieldType, Look, SheetKind

_SQL = {FieldType.DAY: "DATE", FieldType.FLAG: "BOOLEAN"}


@dataclass(frozen=True, slots=True)
class Statement:
    """`sql` reads a table `block` of columns `row` and `c0`, `c1` and so on. It gives the row, the
    fields of `names` (the others are null), `problem` (null, or code and field of the first one)
    and `marks` (bits of `rules.MARKED`)."""

    sql: str
    names: tuple[str, ...]


def statement(kind: SheetKind, look: Look, column_map: ColumnMap, *, signed: bool) -> Statement:
    """Texts (`t_`), numbers as they stand (`d_`), values (`v_`), what follows from them; judged.

    `signed`: sums of credit notes are written as negative ones already.
    """
    fields = {field.name: field for field in FIELDS[kind]}
    has = [name for name in fields if _says(column_map, name)]
    derived = invoices.derived(has, signed=signed) if kind is SheetKind.ORDERS else {}
    names = tuple(name for name in fields if name in has or name in derived)
    texts = [_text(name, look, column_map) for name in fields]
    figures = [_figure(field, look, column_map) for field in fields.values()]
    values = [_value(field, look, column_map) for field in fields.values()]
    if kind is SheetKind.PRODUCTS and {"since", "until"} <= set(has):
        # The product is known all the same: only what it cost in no time is not.
        dated = ("list_price", "cost", "since", "until")
        derived = {
            name: f"CASE WHEN NOT coalesce(v_until < v_since, false) THEN {_given(name)} END"
            for name in dated
        }
        names = tuple(name for name in fields if name in has)
    given = [f'{derived.get(name, _given(name))} AS "{name}"' for name in names]
    judged = rules.problem(kind, [fields[name] for name in has])
    told = ", ".join(f'"{name}"' for name in names)
    # Nothing of the sheet's is in it but constants, which are quoted.
    marks = rules.marks(kind, has)
    steps = (
        f"texts AS {_of('block', 'row', texts)}",
        f"figures AS {_of('texts', '*', [*figures, f'{_of_money(has)} AS n_currency'])}",
        f"valued AS {_of('figures', '*', values)}",
        f"given AS {_of('valued', '*', given)}",
    )
    last = _of("given", f"row, {told}", [f"{judged} AS problem", f"{marks} AS marks"])
    return Statement(f"WITH {', '.join(steps)} {last}", names)


def _says(column_map: ColumnMap, name: str) -> bool:
    return name in column_map.columns or name in column_map.constants


def _of(table: str, kept: str, expressions: Iterable[str]) -> str:
    columns = ", ".join([kept, *filter(None, expressions)])
    return f"(SELECT {columns} FROM {table})"  # noqa: S608


def _text(name: str, look: Look, column_map: ColumnMap) -> str:
    if not _says(column_map, name):
        return f"CAST(NULL AS VARCHAR) AS t_{name}"
    constant = column_map.constants.get(name, "")
    if name not in column_map.columns:
        return f"nullif({cells.literal(constant.strip())}, '') AS t_{name}"
    cell = f"c{look.columns.index(column_map.columns[name])}"
    text = f"coalesce({cell}, {cells.literal(constant)})" if constant else cell
    return f"{text} AS t_{name}"


def _figure(field: Field, look: Look, column_map: ColumnMap) -> str:
    if field.type not in cells.SCALE:
        return ""
    if not _says(column_map, field.name):
        return f"CAST(NULL AS {cells.AMOUNT}) AS d_{field.name}"
    percent = field.name in column_map.percent
    number = cells.figure(f"t_{field.name}", field.type, look.decimal, percent=percent)
    return f"{number} AS d_{field.name}"


def _value(field: Field, look: Look, column_map: ColumnMap) -> str:
    if field.type in cells.SCALE:
        value = cells.scaled(f"d_{field.name}", cells.SCALE[field.type])
    elif _says(column_map, field.name):
        value = cells.value(f"t_{field.name}", field.type, look.date_order)
    else:
        value = f"CAST(NULL AS {_SQL.get(field.type, 'VARCHAR')})"
    return f"{value} AS v_{field.name}"


def _given(name: str) -> str:
    if name == "until":
        return f"CASE WHEN year(v_until) < {rules.FAR} THEN v_until END"
    return f"v_{name}"


def _of_money(has: Iterable[str]) -> str:
    """The currency that the row's sums themselves name."""
    money = [cells.named_currency(f"t_{name}") for name in ("net", "price") if name in has]
    return f"coalesce({', '.join(money)}, NULL)" if money else "CAST(NULL AS VARCHAR)"
