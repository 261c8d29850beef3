"""The list of imports, one import with its progress and its end, who stands behind its numbers,
and what could not be read."""

import csv

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.imports.batch_readers import (
    as_named,
    is_sheet,
    own_batch,
    visible_batch,
    visible_batches,
)
from kith.ledger.imports.models import Batch
from kith.ledger.imports.readers import refused_items
from kith.ledger.insights.standing_readers import known as known_by
from kith.ledger.insights.standing_readers import standing
from kith.ledger.whole.left import noted
from kith.pipeline.upload import is_kept
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.imports.rows import row, rows
from kith.surfaces.web.imports.sheets import ended as sheets
from kith.surfaces.web.imports.stayed import stayed

NUMBERS = ("people", "firms", "two-way", "quiet")
LISTED = 200  # rows of a list that nobody reads to its end, and that a phone loads at once


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
    if is_sheet(batch):
        return sheets.one(request, user, shown)
    ended = batch.finished_at if batch.state in {Batch.DONE, Batch.UNDONE} else None
    known = standing(user, since=ended) if ended and shown.is_own else None
    context = {
        "row": shown,
        "batch": batch,
        "known": known,
        "kept_file": shown.is_own and batch.state == Batch.DONE and is_kept(batch.path),
        "stayed": [stayed(left) for left in noted(batch, "undo_people") or ()]
        if shown.is_own and batch.state == Batch.UNDONE
        else [],
        "moving": shown.is_moving or bool(ended and shown.is_own and known is None),
    }
    part = bool(request.headers.get("HX-Request"))
    return render(request, "imports/_one.html" if part else "imports/one.html", context)


@require_safe
def known(request: HttpRequest, which: str) -> HttpResponse:
    """Who stands behind a number of the sentence at an import's end."""
    if which not in NUMBERS:
        raise Http404
    number = which.replace("-", "_")
    found = known_by(reader_of(request), number, limit=LISTED + 1)
    context = {"which": number, "rows": found[:LISTED], "others": len(found) > LISTED}
    return render(request, "imports/known.html", context)


@require_safe
def refused(request: HttpRequest, batch_id: int) -> HttpResponse:
    """What could not be read: where it lies, and why."""
    user = reader_of(request)
    batch = own_batch(user, batch_id)
    if is_sheet(batch):
        return sheets.refused(request, batch, row(user, batch))
    found = refused_items(batch, LISTED + 1)
    context = {
        "row": row(user, batch),
        "batch": batch,
        "items": [(as_named(batch, item.position), item.reason) for item in found[:LISTED]],
        "others": len(found) > LISTED,
    }
    return render(request, "imports/refused.html", context)


@require_safe
def refused_table(request: HttpRequest, batch_id: int) -> HttpResponseBase:
    """The same, all of it, as a table for a spreadsheet."""
    batch = own_batch(reader_of(request), batch_id)
    if is_sheet(batch):
        return sheets.refused_table(batch)
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
