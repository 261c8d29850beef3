"""What the owner of an import can do to it: discard, stop, go on, undo. Each is one verb."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kith.ledger.imports import queue_writers as queue
from kith.ledger.imports.arrivals import lines_shared_with, shared_with
from kith.ledger.imports.batch_readers import file_names, is_sheet, mails_of, own_batch, own_batches
from kith.ledger.imports.models import Batch
from kith.ledger.rights.models import User
from kith.pipeline.nudge import nudge
from kith.pipeline.upload import clear
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.imports.rows import row
from kith.terms.errors import Refused

Verb = Callable[[Batch, User], None]


@require_POST
def discard(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Deletes the files: of an import that is done, or of an upload that was never started, which
    is forgotten with them."""
    batch = own_batch(reader_of(request), batch_id)
    if batch.state == Batch.DONE:
        clear(batch.path)
        return redirect("import", batch.pk)

    def forget(batch: Batch, user: User) -> None:
        queue.discard(batch, actor=user)
        clear(batch.path)

    return _do(request, batch_id, forget, then="imports")


@require_POST
def stop(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Stops it half-way; what came in stays."""
    return _do(request, batch_id, lambda batch, user: queue.stop(batch, actor=user))


@require_POST
def resume(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Goes on with a stopped one, from where it was."""
    return _do(request, batch_id, lambda batch, user: queue.enqueue(batch, actor=user))


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Says what will go and what stays; POST lets it go."""
    if request.method == "POST":
        return _do(request, batch_id, lambda batch, user: queue.recall(batch, actor=user))
    user = reader_of(request)
    batch = own_batch(user, batch_id)
    can = batch.state in {Batch.DONE, Batch.STOPPED}
    if is_sheet(batch):
        shown = {"row": row(user, batch), "batch": batch, "stays": _lines(user, batch), "can": can}
        return render(request, "sheets/undo.html", shown)
    context = {
        "row": row(user, batch),
        "batch": batch,
        "mails": mails_of(batch),
        "stays": _shared(user, batch),
        "can": can,
    }
    return render(request, "imports/undo.html", context)


def _shared(user: User, batch: Batch) -> list[tuple[str, int]]:
    """How many of its mails other imports brought too; '' names one that is not the reader's."""
    return _named(user, shared_with(batch))


def _lines(user: User, batch: Batch) -> list[tuple[str, int]]:
    """The same of lines of invoices."""
    return _named(user, lines_shared_with(batch))


def _named(user: User, shared: list[tuple[int, int]]) -> list[tuple[str, int]]:
    own = own_batches(user, [pk for pk, _ in shared])
    return [(file_names(own[pk])[0] if pk in own else "", count) for pk, count in shared]


def _do(request: HttpRequest, batch_id: int, verb: Verb, *, then: str = "import") -> HttpResponse:
    """Does it, wakes the worker, and shows where it led; or says why it cannot be done now."""
    user = reader_of(request)
    batch = own_batch(user, batch_id)
    try:
        verb(batch, user)
    except Refused as error:
        context = {"error": error, "row": row(user, batch)}
        return render(request, "imports/not_now.html", context, status=409)
    nudge()
    return redirect(then, batch.pk) if then == "import" else redirect(then)
