"""Bringing mail in: what colleagues will see first, then the file, then a look before it starts.

Sheets come in by the same page: what they are is told by their names.
"""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kith.ledger.imports import queue_writers as queue
from kith.ledger.imports.batch_readers import begun, error_without_path, is_sheet, own_batch
from kith.ledger.imports.models import Batch
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.rights.readers import own_mailboxes
from kith.ledger.rights.writers import open_mailbox
from kith.ledger.whole.level_writers import change_levels
from kith.pipeline import upload
from kith.pipeline.nudge import nudge
from kith.pipeline.upload_preview import first_mails
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.web.imports.receiving import received
from kith.surfaces.web.imports.rows import row
from kith.surfaces.web.imports.sheets import views as sheets
from kith.surfaces.web.mailboxes.example import example
from kith.surfaces.web.mailboxes.levels import KEEPS, SHARES, Levels, asked, levels_of
from kith.terms.errors import BadInput, KithError
from kith.terms.language import gettext_noop
from kith.terms.words import Role

IS_IT_MAIL = gettext_noop("Is it mail at all?")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The levels and the file; a POST brings both and leads on. What is wrong, the page says."""
    user = reader_of(request)
    if request.method != "POST":
        return _form(request, user)
    try:
        if "inbox" not in request.POST and (sheets := _sheets(request, user)):
            several = len(sheets) > 1
            return redirect("imports") if several else redirect("import_start", sheets[0].pk)
        batch = _brought(request, user)
    except KithError as error:
        return _form(request, user, error)
    return redirect("import" if batch.state == Batch.WAITING else "import_start", batch.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The first mails as colleagues would see them; a POST lets the import begin."""
    user = reader_of(request)
    batch = own_batch(user, batch_id)
    box = batch.mailbox
    if is_sheet(batch) and batch.state == Batch.UPLOADED:
        return sheets.start(request, user, batch)
    if box is None or batch.state != Batch.UPLOADED:
        return redirect("import", batch.pk)
    fixed = begun(box)
    if request.method == "POST":
        try:
            _settle(box, asked(request.POST, levels_of(box)), user)
            queue.enqueue(batch, actor=user)
        except KithError as error:
            return _look(request, user, batch, fixed=fixed, error=error)
        nudge()
        return redirect("import", batch.pk)
    return _look(request, user, batch, fixed=fixed)


def _sheets(request: HttpRequest, user: User) -> list[Batch]:
    """The sheets that the request brought, if it brought sheets. Raises BadInput where mail came
    with them."""
    came = received(request)
    found = [sheets.is_sheet_name(name) for name in came.names]
    if not any(found):
        return []
    try:
        if not all(found):
            raise BadInput(
                gettext_noop("Mail and sheets do not go together."),
                cure=gettext_noop("Bring them in one after the other."),
            )
        return sheets.receive(came.folder, came.names, user)
    finally:
        upload.clear(str(came.folder))


def _brought(request: HttpRequest, user: User) -> Batch:
    """A batch of what the request brought: an upload, or something in the server's own folder."""
    boxes = {box.address: box for box in own_mailboxes(user)}
    address = _address(user, boxes, request.POST.get("mailbox"))
    before = boxes.get(address)
    levels = asked(request.POST, levels_of(before))
    if "inbox" in request.POST and user.role == Role.MANAGER:
        path, names = upload.inbox_path(request.POST["inbox"]).resolve(), []
    else:
        came = received(request)
        path, names = came.folder, came.names
    box = before or open_mailbox(user, address, actor=user, keep=levels.keep, share=levels.share)
    fixed = _settle(box, levels, user)
    batch = queue.receive(str(path), names, mailbox=box, actor=user)
    if fixed:
        queue.enqueue(batch, actor=user)
        nudge()
        batch.state = Batch.WAITING
    return batch


def _settle(box: Mailbox, levels: Levels, user: User) -> bool:
    """Until mail came in, the levels are what was chosen last; then they are fixed, and True."""
    if begun(box):
        return True
    change_levels(box, keep=levels.keep, share=levels.share, actor=user)
    return False


def _address(user: User, boxes: dict[str, Mailbox], asked_for: str | None) -> str:
    """One of the reader's own addresses: which they asked for, else the one they sign in with."""
    if asked_for in boxes:
        return asked_for
    return user.email if user.email in boxes or not boxes else next(iter(boxes))


def _form(request: HttpRequest, user: User, error: KithError | None = None) -> HttpResponse:
    boxes = {box.address: box for box in own_mailboxes(user)}
    address = _address(user, boxes, request.POST.get("mailbox") or request.GET.get("mailbox"))
    box = boxes.get(address)
    context = {
        "error": error,
        "address": address,
        "addresses": list(boxes) if len(boxes) > 1 else [],
        "box": box,
        "levels": asked(request.POST, levels_of(box)),
        "fixed": box is not None and begun(box),
        "shares": SHARES,
        "keeps": KEEPS,
        "mails": example(),
        "invented": True,
        "inbox": upload.inbox() if user.role == Role.MANAGER else [],
        "brings_sheets": user.role == Role.MANAGER,
        "most": settings.KITH_UPLOAD_BYTES,
    }
    return render(request, "imports/new.html", context, status=400 if error else 200)


def _look(
    request: HttpRequest, user: User, batch: Batch, *, fixed: bool, error: KithError | None = None
) -> HttpResponse:
    try:
        mails = first_mails(Path(batch.path))
    except BadInput as bad:
        mails = []
        said = error_without_path(batch, bad)
        error = BadInput(said.templates[0], cure=IS_IT_MAIL, **said.data)
    if not mails and error is None:
        error = BadInput(gettext_noop("None of its first mails can be read."), cure=IS_IT_MAIL)
    context = {
        "row": row(user, batch),
        "batch": batch,
        "box": batch.mailbox,
        "error": error,
        "levels": levels_of(batch.mailbox),
        "fixed": fixed,
        "shares": SHARES,
        "keeps": KEEPS,
        "mails": mails,
    }
    return render(request, "imports/start.html", context)
