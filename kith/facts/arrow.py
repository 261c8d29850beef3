"""A shape's exact Arrow types, and the cast of what a database gives into them."""

import hashlib

import pyarrow as pa
import pyarrow.compute as pc

from kith.terms.errors import KithError
from kith.terms.shapes import Column, Shape

# What the extraction query puts where a text is null (the ASCII unit separator: no name, kind,
# direction or date holds it). See `kith.facts.source`.
NO_TEXT = "\x1f"

# What Ibis makes of its names for types, said here: the process that copies the facts would load
# all of it for these few words.
_TYPES = {
    "int16": pa.int16(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
    "string": pa.string(),
    "date": pa.date32(),
    "timestamp('UTC')": pa.timestamp("us", tz="UTC"),
}


class BrokenPromise(KithError):
    """A fact view gave what its shape rules out: a null, or a value of another type."""

    code = "broken_promise"


def arrow_type(column: Column) -> pa.DataType:
    """The column's type; dates are date32, instants microseconds in UTC."""
    return _TYPES[column.type]


def arrow_schema(shape: Shape) -> pa.Schema:
    """The shape's columns as Arrow fields."""
    return pa.schema([pa.field(c.name, arrow_type(c), nullable=c.nullable) for c in shape.columns])


def columns_hash(shape: Shape) -> str:
    """Sixteen hexadecimal digits that change when a column's name, type or null rule does."""
    said = "\n".join(f"{c.name} {c.type} {c.nullable}" for c in shape.columns)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def conform(batch: pa.RecordBatch, shape: Shape) -> pa.RecordBatch:
    """`batch` in the shape's order and exact types.

    Raises `BrokenPromise` where a promised value is missing or cannot be read as its type.
    """
    schema = arrow_schema(shape)
    columns = [_column(batch.column(c.name), c, shape) for c in shape.columns]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _column(values: pa.Array, column: Column, shape: Shape) -> pa.Array:
    target = arrow_type(column)
    try:
        found = _cast(_without_sentinel(values), target)
    except pa.ArrowInvalid as error:
        raise BrokenPromise(
            f"fact_{shape.name}.{column.name} holds a value that is no {column.type}: {error}.",
            cure="Correct the view or the row it reads.",
            table=shape.name,
            column=column.name,
        ) from error
    if found.null_count and not column.nullable:
        raise BrokenPromise(
            f"fact_{shape.name}.{column.name} is null in {found.null_count} rows"
            " and its shape promises a value.",
            cure="Correct the view or the row it reads.",
            table=shape.name,
            column=column.name,
        )
    return found


def _without_sentinel(values: pa.Array) -> pa.Array:
    if not pa.types.is_string(values.type):
        return values
    # Like a pattern without a wild card: to be equal takes a scalar, for whose making pandas loads.
    missing = pc.match_like(values, NO_TEXT)
    return pc.if_else(missing, pa.nulls(len(values), values.type), values)


def _cast(values: pa.Array, target: pa.DataType) -> pa.Array:
    """SQLite keeps instants as text in UTC without a zone, which Arrow's own cast refuses."""
    if pa.types.is_timestamp(target) and pa.types.is_string(values.type):
        return pc.assume_timezone(pc.cast(values, pa.timestamp(target.unit)), target.tz)
    return pc.cast(values, target)
