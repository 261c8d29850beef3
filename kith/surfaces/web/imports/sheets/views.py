"""A sheet before it comes in: what it is, what its columns say, a try, and the word to begin."""

from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kith.ledger.imports import queue_writers as queue
from kith.ledger.imports.batch_readers import error_without_path
from kith.ledger.imports.models import Batch
from kith.ledger.imports.sheet_readers import remembered, sheet_under_way
from kith.ledger.imports.sheet_writers import choose, receive_sheet
from kith.ledger.rights.models import User
from kith.pipeline import upload
from kith.pipeline.nudge import nudge
from kith.pipeline.sheets.dry import DryRun, dry_run
from kith.surfaces import sheet_words as words
from kith.surfaces.web.imports.rows import row
from kith.surfaces.web.imports.sheets.form import (
    Chosen,
    chosen_of,
    columns_of,
    constants_of,
    has_customers,
    looked_again,
    mapped,
    percents_of,
    proposed,
    still_missing,
)
from kith.terms.errors import BadInput, KithError, Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Role

ENDINGS = {".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xlsb", ".ods", ".xls"}
TRIED = 20_000  # rows: a few seconds
BAD = 400


def is_sheet_name(name: str) -> bool:
    """Whether a file is a sheet, as far as its name tells."""
    return Path(name).suffix.casefold() in ENDINGS


def receive(folder: Path, names: list[str], user: User) -> list[Batch]:
    """A batch for each of the uploaded sheets, in an upload of its own, with what it seems to be.

    Raises BadInput where one is no sheet, Refused for anybody but a manager: then none is kept.
    """
    if user.role != Role.MANAGER:
        raise Refused(
            gettext_noop("Sheets are the firm's books: only a manager brings them in."),
            cure=gettext_noop("Ask one of yours."),
        )
    found = []
    for number, name in enumerate(names, 1):
        path = next((folder / str(number)).iterdir())
        try:
            found.append(proposed(path, name))
        except BadInput as bad:
            raise BadInput(
                bad.templates[0].replace("{name}", name), cure=bad.templates[1],
                **{**bad.data, "name": name},
            ) from bad  # fmt: skip
    return [
        receive_sheet(
            str(upload.sheet_apart(folder, number)), name, kind=one.kind, how=one.kept(), actor=user
        )
        for number, (name, one) in enumerate(zip(names, found, strict=True), 1)
    ]


def start(request: HttpRequest, user: User, batch: Batch) -> HttpResponse:
    """All that is chosen for the sheet. POST `do`: look (again, as corrected), map (the columns),
    try (without keeping anything), go (let it come in)."""
    if request.method != "POST":
        return _page(request, user, batch, chosen_of(batch))
    do, chosen = request.POST.get("do", ""), chosen_of(batch)
    try:
        if do == "look":
            chosen = looked_again(batch, request.POST)
            choose(batch, chosen.kind, chosen.kept(), actor=user)
            return redirect("import_start", batch.pk)
        chosen = mapped(batch, request.POST)
        choose(batch, chosen.kind, chosen.kept(), actor=user)
        if do == "map":
            return redirect("import_start", batch.pk)
        _complete(chosen)
        if do == "try":
            return _page(request, user, batch, chosen, tried=_tried(batch, chosen, user))
        queue.enqueue(batch, actor=user)
    except KithError as error:
        return _page(request, user, batch, chosen, error=error_without_path(batch, error))
    nudge()
    return redirect("import", batch.pk)


def _complete(chosen: Chosen) -> None:
    if missing := still_missing(chosen):
        raise BadInput(
            gettext_noop("Nothing says the {missing}."),
            cure=gettext_noop("Choose its column, or write what holds for every row."),
            missing=missing[0],
        )


def _tried(batch: Batch, chosen: Chosen, user: User) -> DryRun:
    if sheet_under_way():
        raise Refused(
            gettext_noop("Another sheet is coming in, or is being taken back."),
            cure=gettext_noop("Try this one when that is done."),
        )
    choices = chosen.choices
    return dry_run(
        Path(batch.path), choices.look, choices.column_map, chosen.kind, match=choices.match,
        most=TRIED, actor=user,
    )  # fmt: skip


def _page(
    request: HttpRequest, user: User, batch: Batch, chosen: Chosen, *,
    error: KithError | None = None, tried: DryRun | None = None,
) -> HttpResponse:  # fmt: skip
    look = chosen.choices.look
    context: dict[str, Any] = {
        "row": row(user, batch),
        "batch": batch,
        "error": error,
        "tried": tried,
        "look": look,
        "delimiter": "tab" if look.delimiter == "\t" else look.delimiter,
        "kind": chosen.kind,
        "match": chosen.choices.match,
        "columns": columns_of(chosen),
        "constants": constants_of(chosen),
        "percents": percents_of(chosen),
        "missing": still_missing(chosen),
        "known": remembered(look.columns, chosen.kind),
        "kinds": words.kind_names(),
        "fields": list(words.field_names(chosen.kind).items()),
        "delimiters": words.delimiters(),
        "decimals": words.decimals(),
        "date_orders": words.date_orders(),
        "encodings": sorted({*words.ENCODINGS, look.encoding} - {""}),
        "matches": words.matches() if has_customers(chosen.kind) else [],
    }
    return render(request, "sheets/start.html", context, status=BAD if error else 200)
