"""Batches for the operator, and the stamps by which facts are rebuilt."""

from datetime import datetime

from kith.ledger.imports.models import Batch, LeftOut, Stamp
from kith.terms.errors import BadInput


def stamps() -> dict[tuple[str, int | None], int]:
    """The version of every part of every fact table, by (shape, year); None: not cut by year."""
    rows = Stamp.objects.values_list("shape", "year", "version")
    return {(shape, year or None): version for shape, year, version in rows}


def batches() -> list[Batch]:
    """All imports, newest first."""
    return list(Batch.objects.select_related("mailbox").order_by("-id"))


def batch_by_id(batch_id: int) -> Batch:
    """One import. Raises BadInput where there is none of that number."""
    found = Batch.objects.select_related("mailbox").filter(pk=batch_id).first()
    if found is None:
        raise BadInput(f"There is no import {batch_id}.", cure="Look it up with: kith imports")
    return found


def refused_items(batch: Batch, limit: int | None = None) -> list[LeftOut]:
    """What a batch could not use, in the order of its source; None: all of it."""
    return list(LeftOut.objects.filter(batch=batch, code=LeftOut.REFUSED).order_by("id")[:limit])


def stamp_total() -> int:
    """A number that grows with every change of the facts."""
    return sum(Stamp.objects.values_list("version", flat=True))


def moved_since(moment: datetime) -> bool:
    """Whether an import is under way that moved after the moment."""
    return Batch.objects.filter(state=Batch.RUNNING, touched_at__gt=moment).exists()
