"""Imports that wait in the ledger, done one after the other by the job worker.

1. The oldest that waits, or was cut off by the death of a worker, is imported or undone.
2. What goes wrong is written beside it, for a person, and the next one's turn comes.
3. Uploads that nobody needs any more are deleted.

Killed anywhere, the batch is found again in the state it had, and goes on from its cursor.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from kith.ledger.imports.batch_readers import (
    batch_with_id,
    due_batches,
    error_without_path,
    paths_in_use,
    state_of,
)
from kith.ledger.imports.models import Batch
from kith.ledger.imports.queue_writers import stop
from kith.pipeline import upload
from kith.pipeline.ingest import Progress, import_mail
from kith.pipeline.sheets.bringing import import_sheet
from kith.pipeline.sheets.choices import read
from kith.pipeline.undo import undo
from kith.terms.errors import KithError, Refused
from kith.terms.language import gettext_noop
from kith.terms.sheets import SheetKind
from kith.terms.words import Level

log = logging.getLogger(__name__)
BROKEN = KithError(
    gettext_noop("Something broke on our side."),
    cure=gettext_noop("What came in so far is whole; try to go on."),
)


class Stopped(KithError):
    """Its owner said stop; what has come in stays."""

    code = "stopped"


def work_through() -> None:
    """Does all that waits; a batch that cannot be done now is stopped and says why."""
    for batch_id in due_batches():
        _work(batch_id)
    upload.clear_forgotten(paths_in_use())


def _work(batch_id: int) -> None:
    batch = batch_with_id(batch_id)
    if batch is None:
        return
    try:
        if batch.state in {Batch.RECALLED, Batch.UNDOING}:
            undo(batch.pk, actor=batch.started_by)
            upload.clear(batch.path)
        else:
            _import(batch)
    except Stopped:
        return
    except Refused as refused:
        if batch.state == Batch.WAITING:
            _stop(batch, refused)
    except KithError as error:
        _stop(batch, error)
    except Exception:
        log.exception("Import %s broke.", batch.pk)
        _stop(batch, BROKEN)


def _import(batch: Batch) -> None:
    if batch.how:
        _import_sheet(batch)
        return
    if batch.mailbox is None:
        raise Refused(
            gettext_noop("Nobody knows whose mailbox this is."),
            cure=gettext_noop("Import it again."),
        )

    done = import_mail(
        Path(batch.path),
        mailbox=batch.mailbox.address,
        actor=batch.started_by,
        report=_heed(batch),
    )
    # A refused mail can be looked at in the file, but not beyond what the mailbox keeps.
    if not done.refused or batch.mailbox.keep < Level.FULL:
        upload.clear(batch.path)


def _import_sheet(batch: Batch) -> None:
    choices = read(batch.how)
    done = import_sheet(
        Path(batch.path),
        kind=SheetKind(batch.kind),
        look=choices.look,
        column_map=choices.column_map,
        match=choices.match,
        actor=batch.started_by,
        report=_heed(batch),
    )
    if not done.refused:
        upload.clear(batch.path)


def _heed(batch: Batch) -> Callable[[Progress], None]:
    """Raises Stopped where somebody said so meanwhile."""

    def heed(_: Progress) -> None:
        if state_of(batch.pk) == Batch.STOPPED:
            raise Stopped("It was stopped.")

    return heed


def _stop(batch: Batch, error: KithError) -> None:
    stop(batch, trouble=error_without_path(batch, error).written(), actor=None)
