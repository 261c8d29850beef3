"""Many rows at once, without a model instance each; called by writers only.

One statement a table: executemany on SQLite, COPY on PostgreSQL, both through Django's connection,
so that they take part in the writer's transaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import chain, islice
from typing import Any, cast

from django.db import connection, models

Row = Sequence[Any]
IN_LIST = 10_000  # parameters of one IN list: SQLite allows 32,766 in a statement
TOGETHER = 50  # rows of one INSERT on SQLite: half the time of one by one, and more gain little
_TEMPORAL = frozenset({date, datetime})


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Adds rows given as values in the order of `columns` (database column names)."""
    rows = list(rows)
    if not rows:
        return
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    if connection.vendor == "postgresql":
        statement = f'COPY "{table}" ({names}) FROM STDIN'
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
        return
    values = list(chain.from_iterable(rows))
    for place in _temporal(model, columns):
        values[place :: len(columns)] = _as_text(values[place :: len(columns)])
    _insert_values(f'INSERT INTO "{table}" ({names}) VALUES', values, len(columns))


def insert_new(model: type[models.Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Adds those rows that are not there yet, by the table's unique constraint."""
    rows = list(map(_all_plain, rows))
    if not rows:
        return
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            kinds = {field.column: field.db_type(connection) for field in model._meta.local_fields}
            arrays = ", ".join(f"%s::{kinds[name]}[]" for name in columns)
            cursor.execute(
                f'INSERT INTO "{table}" ({names}) SELECT * FROM unnest({arrays})'  # noqa: S608
                " ON CONFLICT DO NOTHING",
                [list(column) for column in zip(*rows, strict=True)],
            )
            return
        marks = ", ".join(["%s"] * len(columns))
        cursor.executemany(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING',  # noqa: S608
            rows,
        )


def _insert_values(into: str, values: list[Any], width: int) -> None:
    """Rows laid end to end: most of them `TOGETHER` at a time, the rest one by one. Only these two
    statements, so that SQLite need not read them anew each time.
    """
    marks = f"({', '.join(['%s'] * width)})"
    size = TOGETHER * width
    most = len(values) - len(values) % size
    with connection.cursor() as cursor:
        if most:
            cursor.executemany(
                f"{into} {', '.join([marks] * TOGETHER)}",
                [values[start : start + size] for start in range(0, most, size)],
            )
        if most < len(values):
            rest = range(most, len(values), width)
            cursor.executemany(f"{into} {marks}", [values[at : at + width] for at in rest])


def update(statement: str, rows: Iterable[Row]) -> None:
    """Runs one UPDATE, DELETE or virtual table statement for every row of parameters."""
    rows = list(map(_all_plain, rows))
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)


def new_ids(model: type[models.Model], count: int) -> Iterator[int]:
    """Ids for rows about to be inserted in this transaction, ascending."""
    if not count:
        return iter(())
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [f'"{table}"', count],
            )
            return iter([row[0] for row in cursor.fetchall()])
        # SQLite has one writer at a time, and it is this transaction. AUTOINCREMENT moves its
        # sequence on by itself when rows with larger ids are inserted.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
    first = (row[0] if row else 0) + 1
    return iter(range(first, first + count))


def select(statement: str, values: Row) -> list[tuple[Any, ...]]:
    """Runs a SELECT with these parameters."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cast("list[tuple[Any, ...]]", cursor.fetchall())


def select_in(statement: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Runs a SELECT whose `{values}` is an IN list, as often as the list's length needs."""
    rest = iter(values)
    while part := list(islice(rest, IN_LIST)):
        with connection.cursor() as cursor:
            cursor.execute(statement.format(values=", ".join(["%s"] * len(part))), part)
            yield from cast("list[tuple[Any, ...]]", cursor.fetchall())


def change_in(statement: str, values: Iterable[Any]) -> None:
    """Runs an INSERT, UPDATE or DELETE whose `{values}` is an IN list, as `select_in` does."""
    rest = iter(values)
    while part := list(islice(rest, IN_LIST)):
        with connection.cursor() as cursor:
            cursor.execute(statement.format(values=", ".join(["%s"] * len(part))), part)


def take_turn() -> None:
    """Makes this transaction wait until no other import writes, as SQLite's always do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [0x6B697468])


def _temporal(model: type[models.Model], columns: Sequence[str]) -> list[int]:
    """Places of dates and instants, which SQLite keeps as text; to look at every value is slow."""
    kinds = {field.column: field for field in model._meta.local_fields}
    return [i for i, name in enumerate(columns) if isinstance(kinds.get(name), models.DateField)]


def _as_text(values: list[Any]) -> list[Any]:
    texts = {value: _plain(value) for value in set(values)}  # a chunk's rows share few days
    return [texts[value] for value in values]


def _all_plain(row: Row) -> Row:
    return row if _TEMPORAL.isdisjoint(map(type, row)) else list(map(_plain, row))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return value
