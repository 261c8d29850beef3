"""Verbs on batches of sheets: begin one with the choices made for it, or go on."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.writers import begin
from kith.ledger.rights.models import User
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop


@writer
def begin_sheet(kind: str, path: str, *, how: Mapping[str, Any], actor: User | None) -> Batch:
    """A new batch, or the one that waits or was cut off on this path, to go on with.

    Raises Refused where that one has rows that were read by other choices.
    """
    batch = begin(kind, path, mailbox=None, actor=actor)
    if batch.cursor and batch.how != how:
        raise Refused(
            gettext_noop("Import {batch} of this sheet was begun with other choices."),
            cure=gettext_noop("Undo it first: kith imports undo {batch}"),
            batch=batch.pk,
        )
    batch.how = dict(how)
    batch.save(update_fields=["how"])
    return batch


@writer
def receive_sheet(
    path: str, name: str, *, kind: str, how: Mapping[str, Any], actor: User | None
) -> Batch:
    """A batch for a sheet that was uploaded to `path`; it waits for its choices to be confirmed."""
    now = timezone.now()
    return Batch.objects.create(
        kind=kind, path=path, names=name, how=dict(how), state=Batch.UPLOADED, started_by=actor,
        started_at=now, touched_at=now,
    )  # fmt: skip


@writer
def choose(batch: Batch, kind: str, how: Mapping[str, Any], *, actor: User | None) -> None:
    """Other choices for a sheet of which nothing was read yet."""
    if batch.cursor:
        raise Refused(
            gettext_noop("Rows of this sheet were read already."),
            cure=gettext_noop("Undo the import first."),
        )
    batch.kind, batch.how = kind, dict(how)
    batch.save(update_fields=["kind", "how"])
