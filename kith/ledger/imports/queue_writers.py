"""Verbs on batches that wait: for their owner's word, for the job worker, for being undone."""

from collections.abc import Sequence

from django.utils import timezone

from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.rights.writers import note
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop


@writer
def receive(path: str, names: Sequence[str], *, mailbox: Mailbox, actor: User | None) -> Batch:
    """A batch for mail that lies at `path` and waits for its owner to say that it may come in.

    `names`: the uploaded files as their owner calls them; none where `path` was named itself.
    """
    now = timezone.now()
    batch = Batch.objects.create(
        kind="mail",
        path=path,
        names="\n".join(names),
        mailbox=mailbox,
        state=Batch.UPLOADED,
        started_by=actor,
        started_at=now,
        touched_at=now,
    )
    note("receive_import", "batch", batch.pk, actor=actor, new={"files": len(names)})
    return batch


@writer
def enqueue(batch: Batch, *, actor: User | None) -> None:
    """Lets the job worker begin it, or go on with it. Raises Refused where there is nothing to do.

    One that waits or runs already is left as it is: a second click changes nothing.
    """
    _move(batch, (Batch.UPLOADED, Batch.STOPPED), Batch.WAITING, "enqueue_import", actor)


@writer
def stop(batch: Batch, *, trouble: str = "", actor: User | None) -> None:
    """Ends it half-way, to be gone on with; what came in stays. `trouble`: why, for a person."""
    _move(batch, (Batch.WAITING, Batch.RUNNING), Batch.STOPPED, "stop_import", actor)
    if trouble:
        Batch.objects.filter(pk=batch.pk, state=Batch.STOPPED).update(trouble=trouble)


@writer
def recall(batch: Batch, *, actor: User | None) -> None:
    """Lets the job worker take it back. Raises Refused while it is under way."""
    _move(batch, (Batch.DONE, Batch.STOPPED), Batch.RECALLED, "recall_import", actor)


@writer
def discard(batch: Batch, *, actor: User | None) -> None:
    """Forgets a batch that never began. Raises Refused where something has been read of it."""
    gone, _ = Batch.objects.filter(pk=batch.pk, state=Batch.UPLOADED).delete()
    if not gone:
        raise Refused(
            gettext_noop("This import has begun already."), cure=gettext_noop("Undo it instead.")
        )
    note("discard_import", "batch", batch.pk, actor=actor)


# States in which what was asked for has come about already.
_BEYOND = {
    Batch.WAITING: (Batch.RUNNING,),
    Batch.STOPPED: (Batch.DONE,),
    Batch.RECALLED: (Batch.UNDOING, Batch.UNDONE),
}


def _move(batch: Batch, before: Sequence[str], after: str, verb: str, actor: User | None) -> None:
    """Into another state, from one of those that lead there; already there: nothing happens."""
    moved = Batch.objects.filter(pk=batch.pk, state__in=before).update(
        state=after, trouble="", touched_at=timezone.now()
    )
    if moved:
        note(verb, "batch", batch.pk, actor=actor)
        return
    now = Batch.objects.filter(pk=batch.pk).values_list("state", flat=True).first()
    if now not in (after, *_BEYOND[after]):
        raise Refused(
            gettext_noop("This cannot be done now: the import has moved on."),
            cure=gettext_noop("Look at it again."),
        )
