"""A list read a stretch at a time, along an index of (place, id)."""

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
Place = tuple[object, int]  # a row's place in the order, and its id


def along(rows: QuerySet[Row], after: Place | None, *, up: bool) -> QuerySet[Row]:
    """The rows, which are annotated with `place`, in the order of it and of their ids, behind
    `after`."""
    if after is not None:
        place, pk = after
        way = "gt" if up else "lt"
        beyond = Q(**{f"place__{way}": place}) | Q(**{f"id__{way}": pk})
        rows = rows.filter(beyond, **{f"place__{way}e": place})
    return rows.order_by("place", "id") if up else rows.order_by("-place", "-id")
