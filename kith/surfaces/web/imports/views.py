"""The list of imports, one import with its progress and its end, and what could not be read."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.imports.batch_readers import (
    as_named,
    own_batch,
    visible_batch,
    visible_batches,
)
from kith.ledger.imports.models import Batch
from kith.ledger.imports.readers import refused_items
from kith.ledger.insights.standing_readers import standing
from kith.ledger.whole.left import noted
from kith.pipeline.upload import is_kept
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.imports.rows import row, rows


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """Every import the reader may see; htmx asks for the list alone while something moves."""
    user = reader_of(request)
    found = rows(user, visible_batches(user))
    context = {"rows": found, "moving": any(one.is_moving for one in found)}
    part = bool(request.headers.get("HX-Request"))
    return render(request, "imports/_list.html" if part else "imports/list.html", context)


@require_safe
def one(request: HttpRequest, batch_id: int) -> HttpResponse:
    """One import: how far it is; at its end, whom one knows by it. htmx asks for the middle."""
    user = reader_of(request)
    shown = row(user, visible_batch(user, batch_id))
    batch = shown.batch
    ended = batch.finished_at if batch.state in {Batch.DONE, Batch.UNDONE} else None
    known = standing(user, since=ended) if ended and shown.is_own else None
    context = {
        "row": shown,
        "batch": batch,
        "known": known,
        "kept_file": shown.is_own and batch.state == Batch.DONE and is_kept(batch.path),
        "stayed": noted(batch, "undo_people")
        if shown.is_own and batch.state == Batch.UNDONE
        else [],
        "moving": shown.is_moving or bool(ended and shown.is_own and known is None),
    }
    part = bool(request.headers.get("HX-Request"))
    return render(request, "imports/_one.html" if part else "imports/one.html", context)


@require_safe
def refused(request: HttpRequest, batch_id: int) -> HttpResponse:
    """What could not be read, as a table for a spreadsheet: where it lies, and why."""
    batch = own_batch(reader_of(request), batch_id)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="refused-{batch.pk}.csv"'
    table = csv.writer(response)
    table.writerow(["position", "reason"])
    for item in refused_items(batch):
        table.writerow([_inert(as_named(batch, item.position)), _inert(item.reason)])
    return response


def _inert(text: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula: file names come from outside."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
