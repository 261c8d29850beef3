"""A sheet that came in, or is coming in: its numbers, rules applied to rows, rows refused."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import translation

from kith.ledger.imports.models import Batch
from kith.ledger.imports.sheet_readers import refused_rows, remarks_of
from kith.ledger.questions.readers import waiting_count
from kith.ledger.rights.models import User
from kith.ledger.whole.left import noted
from kith.pipeline.sheets.refused import refused_csv
from kith.pipeline.upload import is_kept
from kith.surfaces.sheet_words import kind_name
from kith.surfaces.web.imports.rows import Row
from kith.surfaces.web.imports.stayed import stayed

LISTED, CELLS = 200, 6


def one(request: HttpRequest, user: User, shown: Row) -> HttpResponse:
    """How far it is; at its end what came of it, and what wants a person's word."""
    batch = shown.batch
    context: dict[str, Any] = {
        "row": shown,
        "batch": batch,
        "kind": kind_name(batch.kind),
        "remarks": remarks_of(batch),
        "questions": waiting_count(user) if batch.state == Batch.DONE else 0,
        "kept_file": shown.is_own and batch.state == Batch.DONE and is_kept(batch.path),
        "stayed": [stayed(left) for left in noted(batch, "undo_people") or ()]
        if batch.state == Batch.UNDONE
        else [],
        "moving": shown.is_moving,
    }
    part = bool(request.headers.get("HX-Request"))
    return render(request, "sheets/_one.html" if part else "sheets/one.html", context)


def refused(request: HttpRequest, batch: Batch, shown: Row) -> HttpResponse:
    """The first rows that were refused, each with its reason and how it begins."""
    rows = list(islice(refused_rows(batch), LISTED + 1))
    context = {
        "row": shown,
        "batch": batch,
        "items": [(one.row, one.reason, one.cells[:CELLS]) for one in rows[:LISTED]],
        "others": len(rows) > LISTED,
    }
    return render(request, "sheets/refused.html", context)


def refused_table(batch: Batch) -> StreamingHttpResponse:
    """All of them as they stood, to be put right and handed in again."""
    response = StreamingHttpResponse(
        _in_language(batch, translation.get_language() or "en"),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="refused-{batch.pk}.csv"'
    return response


def _in_language(batch: Batch, language: str) -> Iterator[str]:
    """The reader's, which the request's end would take away from a body that is still to come."""
    yield "\ufeff"  # a spreadsheet takes it for UTF-8 then
    with translation.override(language):
        yield from refused_csv(batch, translation)
