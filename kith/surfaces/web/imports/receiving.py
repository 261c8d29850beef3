"""Takes uploaded files from the wire to the disk, at one address, one upload a person at a time.

The body is read before Django has checked anything else: so who asks, where, and how much are
looked at first, and a stranger's bytes are never stored.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.ledger.imports.batch_readers import unfinished_of
from kith.ledger.rights.models import User
from kith.pipeline import upload
from kith.pipeline.turn import turn
from kith.terms.errors import BadInput, KithError, Refused
from kith.terms.language import gettext_noop

FIELD = "mail"
AT_ONCE = 20  # imports of one person that wait or run


@dataclass(frozen=True, slots=True)
class Received:
    """The folder of an upload and its files' names, as their owner calls them."""

    folder: Path
    names: list[str]


class MailUploadHandler(FileUploadHandler):
    """Django's handler for every uploaded file: stores those of the import page, refuses others.

    What it stored is deleted at the request's end, unless `received` was asked for it.
    """

    chunk_size = 1024 * 1024

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.expected = False
        self.kept = False
        self.trouble: KithError | None = None
        self.names: list[str] = []
        self.folder: Path | None = None
        self.stored: BinaryIO | None = None
        self.held = ExitStack()

    def handle_raw_input(self, *args: Any, **_: Any) -> None:
        """Decides whether the body may come in; the parsing itself is left to Django."""
        request, (_input, _meta, size, *_rest) = self.request, args
        assert request is not None
        request.mail_upload = self  # type: ignore[attr-defined]
        user = request.user
        self.expected = request.path == reverse("import_new") and isinstance(user, User)
        if self.expected:
            try:
                self._admit(user, size)
            except KithError as error:
                self.trouble = error

    def _admit(self, user: Any, size: int) -> None:
        upload.refuse_too_large(size)
        if unfinished_of(user) >= AT_ONCE:
            raise Refused(
                gettext_noop("{count} imports of yours are waiting."),
                cure=gettext_noop("Start or discard some of them."),
                count=AT_ONCE,
            )
        try:
            self.held.enter_context(turn(f"upload-{user.pk}", wait=False))
        except Refused:
            raise Refused(
                gettext_noop("Another upload of yours is under way."),
                cure=gettext_noop("Wait for its end, then try again."),
            ) from None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if not self.expected or self.field_name != FIELD:
            raise StopUpload(connection_reset=True)
        if self.trouble:
            raise StopUpload(connection_reset=False)
        if self.folder is None:
            self.folder = upload.new_upload().resolve()
        name = self.file_name or ""
        self.names.append(upload.shown_name(name))
        self.stored = upload.place(self.folder, len(self.names), name).open("xb", buffering=0)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        assert self.stored is not None
        try:
            self.stored.write(raw_data)
        except OSError as error:
            self.trouble = Refused(
                gettext_noop("The server could not store it."),
                cure=gettext_noop("Ask whoever runs Kith to make room."),
            )
            raise StopUpload(connection_reset=False) from error

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        assert self.stored is not None
        self.stored.close()
        return UploadedFile(self.stored, self.names[-1], size=file_size)

    def end(self) -> None:
        """Lets the next upload in, and leaves nothing behind that nobody asked for."""
        if self.stored is not None:
            self.stored.close()
        if self.folder is not None and not self.kept:
            upload.clear(str(self.folder))
        self.held.close()


class ReceivingMiddleware:
    """Ends an upload with its request, however that ends: refused, cut off, or well."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            handler: MailUploadHandler | None = getattr(request, "mail_upload", None)
            if handler:
                handler.end()


def received(request: HttpRequest) -> Received:
    """What this request brought, to be kept. Raises Refused as the handler did, BadInput where
    nothing came."""
    files = request.FILES.getlist(FIELD)
    handler: MailUploadHandler | None = getattr(request, "mail_upload", None)
    if handler and handler.trouble:
        raise handler.trouble
    if handler is None or handler.folder is None or not files:
        raise BadInput(
            gettext_noop("No file came with it."), cure=gettext_noop("Choose a file, or drop one.")
        )
    if not any(file.size for file in files):
        raise BadInput(
            gettext_noop("{file} is empty."),
            cure=gettext_noop("Export the mail again."),
            file=handler.names[0],
        )
    handler.kept = True
    return Received(handler.folder, handler.names)
