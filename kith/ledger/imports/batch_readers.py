"""Batches as a reader may see them, and those that the job worker has to do something about.

A batch of mail is seen by the owner of its mailbox, and by managers: counts and file names, never
texts. Its owner alone stops it, goes on with it, undoes it, and reads what it refused. A sheet is
the firm's: all of that is any manager's.
"""

from collections.abc import Iterable
from pathlib import PurePath

from django.db.models import Q, QuerySet

from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.imports.sheet_readers import KINDS
from kith.ledger.rights.models import Mailbox, User
from kith.terms.errors import KithError, NotVisible
from kith.terms.words import Role

SHOWN = 200
UNFINISHED = (Batch.WAITING, Batch.RUNNING, Batch.RECALLED, Batch.UNDOING)


def visible_batches(user: User, limit: int = SHOWN) -> list[Batch]:
    """The newest imports that the reader may see, newest first."""
    return list(_visible(user).order_by("-id")[:limit])


def visible_batch(user: User, batch_id: int) -> Batch:
    """One of them. Raises NotVisible for any other."""
    return _one(_visible(user), batch_id)


def own_batch(user: User, batch_id: int) -> Batch:
    """One of theirs, to do something to. Raises NotVisible for any other."""
    rows = Batch.objects.select_related("mailbox__owner", "started_by")
    return _one(rows.filter(_own(user)), batch_id)


def own_batches(user: User, batch_ids: Iterable[int]) -> dict[int, Batch]:
    """Those of the batches that are the reader's to do something to, by id."""
    return {row.pk: row for row in Batch.objects.filter(_own(user), pk__in=list(batch_ids))}


def is_sheet(batch: Batch) -> bool:
    """Whether it is a sheet, and no mail."""
    return batch.kind in KINDS


def unfinished_of(user: User) -> int:
    """How many imports of theirs wait or run, those not begun included."""
    states = [Batch.UPLOADED, Batch.WAITING, Batch.RUNNING]
    mine = Q(mailbox__owner=user) | Q(mailbox=None, kind__in=KINDS, started_by=user)
    return Batch.objects.filter(mine, state__in=states).count()


def without_mail(user: User) -> bool:
    """Whether nothing has come in that could tell the reader anything: into their own mailboxes,
    for a manager into anybody's."""
    rows = Batch.objects.filter(read__gt=0)
    return not (rows if user.role == Role.MANAGER else rows.filter(mailbox__owner=user)).exists()


def begun(mailbox: Mailbox) -> bool:
    """Whether any mail was ever to come into the mailbox: until then its levels are only a plan."""
    return Batch.objects.filter(mailbox=mailbox).exclude(state=Batch.UPLOADED).exists()


def importing_into(mailbox: Mailbox) -> bool:
    """Whether an import of the mailbox is under way, or was killed and will go on by itself."""
    return Batch.objects.filter(mailbox=mailbox, state=Batch.RUNNING).exists()


def due_batches() -> list[int]:
    """Ids of those for the job worker, oldest first: to begin, to go on with, to undo."""
    rows = Batch.objects.filter(state__in=UNFINISHED).order_by("id")
    return list(rows.values_list("id", flat=True))


def batch_with_id(batch_id: int) -> Batch | None:
    """Any batch, with its mailbox and who began it: for the job worker."""
    return Batch.objects.select_related("mailbox", "started_by").filter(pk=batch_id).first()


def state_of(batch_id: int) -> str:
    """Its state now; '' where it is gone."""
    return Batch.objects.filter(pk=batch_id).values_list("state", flat=True).first() or ""


def paths_in_use() -> set[str]:
    """Where the mail of batches lies that are neither undone nor whole."""
    rows = Batch.objects.exclude(state=Batch.UNDONE).exclude(state=Batch.DONE, refused=0)
    return set(rows.values_list("path", flat=True))


def paths_into(mailbox: Mailbox) -> list[str]:
    """Where the mail of the mailbox's finished batches lay, or still lies."""
    rows = Batch.objects.filter(mailbox=mailbox, state__in=[Batch.DONE, Batch.UNDONE])
    return list(rows.values_list("path", flat=True))


def mails_of(batch: Batch) -> int:
    """How many mails the batch holds, alone or with others."""
    rows = Arrival.objects.filter(batch=batch, kind=Arrival.ACTIVITY)
    return rows.values("object_id").distinct().count()


def file_names(batch: Batch) -> list[str]:
    """The files of a batch as its owner calls them."""
    return batch.names.splitlines() or [PurePath(batch.path).name]


def without_path(batch: Batch, said: str) -> str:
    """What was said of the file at the batch's path, said of the file as its owner calls it."""
    return said.replace(batch.path, file_names(batch)[0])


def error_without_path(batch: Batch, error: KithError) -> KithError:
    """The same of an error that speaks of the file at the batch's path."""
    message, cure = (without_path(batch, template) for template in error.templates)
    data = {name: without_path(batch, str(value)) for name, value in error.data.items()}
    return KithError(message, cure=cure, **data)


def as_named(batch: Batch, position: str) -> str:
    """A position with the uploaded file's own name in place of the number it is kept under."""
    names = batch.names.splitlines()
    number, _, rest = position.partition("/")
    if not (number.isascii() and number.isdigit() and 0 < int(number) <= len(names)):
        return position
    file, at, offset = rest.rpartition("@") if "/" not in rest else (rest, "", "")
    _, slash, inside = (file if at else rest).partition("/")
    return names[int(number) - 1] + slash + inside + (f"{at}{offset}" if at else "")


def _visible(user: User) -> QuerySet[Batch]:
    rows = Batch.objects.select_related("mailbox__owner", "started_by")
    if user.role == Role.MANAGER:
        return rows.filter(~Q(state=Batch.UPLOADED) | _own(user))
    return rows.filter(_own(user))


def _own(user: User) -> Q:
    mine = Q(mailbox__owner=user)
    return mine | Q(mailbox=None, kind__in=KINDS) if user.role == Role.MANAGER else mine


def _one(rows: QuerySet[Batch], batch_id: int) -> Batch:
    found = rows.filter(pk=batch_id).first()
    if found is None:
        raise NotVisible("There is no such import here.")
    return found
