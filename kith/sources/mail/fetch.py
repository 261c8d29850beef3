"""Reads mail from where it lies: one mail, an mbox, a folder of any depth, a zip, a data file.

Each file is one mail, many, or a refusal that says why: none is passed over in silence but those of
mail programs and systems themselves (`folders.ignorable`).
"""

import stat
import zipfile
from collections.abc import Iterator
from itertools import accumulate, chain
from pathlib import Path

from kith.sources.mail import boxes, mbox, position, pst
from kith.sources.mail.files import of_file
from kith.sources.mail.forms import PLAIN, form_of, form_of_start
from kith.sources.mail.item import Item, Store, reason
from kith.sources.mail.marks import DELETED
from kith.sources.mail.packed import ERRORS, Packed
from kith.sources.mail.raw import LARGEST, RawMail, Unreadable
from kith.sources.mail.tree import of_folder
from kith.sources.mail.zips import of_zip
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

# Most mails are whole in one read of this; none of them costs a buffer of the largest's size.
START = 64 * 1024


def fetch(path: Path, *, after: str | None = None) -> Iterator[RawMail]:
    """The mails of a source, in an order that depends on nothing but their positions.

    `after`: the position of the last mail already dealt with. It and all before it are skipped
    unread, also when files were added or removed meanwhile: a killed import goes on here.

    Raises BadInput where there is nothing at `path`, nothing in it, or no right to read it. A file
    or a folder below it that cannot be read is given with its `problem` instead.
    """
    last = position.key(after) if after is not None else None
    mails = (mail for item in _items(path, last) for mail in _mails(item, last))
    first = next(mails, None)
    if first is not None:
        yield from chain([first], mails)
    elif last is None:
        raise BadInput(
            gettext_noop("There is no mail in {path}."),
            cure=gettext_noop(
                "Name a folder of messages, a Maildir, an mbox, a .eml file or a zip of them."
            ),
            path=str(path),
        )


def measure(path: Path) -> int:
    """How many bytes `fetch` will read, cheaply: the sum of the files' sizes. Raises BadInput."""
    return sum(_sizes(path))


def is_large(path: Path, size: int) -> bool:
    """Whether the files add up to at least `size` bytes; looks at no more of them than it needs."""
    return any(total >= size for total in accumulate(_sizes(path)))


def _sizes(path: Path) -> Iterator[int]:
    for item in _items(path, None):
        try:
            yield item.size()
        except OSError:  # gone since it was listed: `fetch` says so
            yield 0


def _items(path: Path, last: position.Key | None) -> Iterator[Item | Store]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from of_folder(path, last)
        elif stat.S_ISREG(mode):
            yield from _single(path, last)
        else:
            raise BadInput(
                gettext_noop("{path} is neither a file nor a folder."),
                cure=gettext_noop("Name the file or the folder that the mail was exported to."),
                path=str(path),
            )
    except FileNotFoundError as error:
        raise BadInput(
            gettext_noop("There is nothing at {path}."),
            cure=gettext_noop("Check the path, and that the disk is there."),
            path=str(error.filename or path),
        ) from error
    except OSError as error:
        raise BadInput(
            gettext_noop("{path} cannot be read: {reason}."),
            cure=gettext_noop(
                "Give the user who runs Kith the right to read it, or copy it to where they may."
            ),
            path=str(error.filename or path),
            reason=reason(error),
        ) from error


def _single(path: Path, last: position.Key | None) -> Iterator[Item | Store]:
    """One file named by itself. Only an mbox's name is a folder's name."""
    with path.open("rb") as stream:
        start = stream.read(8)
    if not start:
        raise BadInput(
            gettext_noop("{path} is empty."),
            cure=gettext_noop("Export the mail again."),
            path=str(path),
        )
    named = form_of(path.name)
    form = named if named.closed else form_of_start(start)
    form = named if form is PLAIN else form
    try:
        if form.closed:
            raise Unreadable(form.closed)
        if form.zipped:
            yield from of_zip(str(path), after=last)
        elif form.outlook:
            yield pst.whole(str(path))
        else:
            yield from of_file(str(path), form, (position.shown(path.name),), ("",), last)
    except zipfile.BadZipFile as error:
        raise BadInput(
            gettext_noop("{path} is no zip, or not a whole one."),
            cure=gettext_noop("Copy or download it again."),
            path=str(path),
        ) from error
    except Unreadable as error:
        raise BadInput(
            gettext_noop("{path} cannot be read."), cure=_sentence(error), path=str(path)
        ) from error


def _sentence(error: Unreadable) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."


def _mails(item: Item | Store, last: position.Key | None) -> Iterator[RawMail]:
    """The mails of one file that come after `last`, or why it cannot be read."""
    place = position.of_mail(item.path)
    fresh = last is None or position.key(place) > last
    try:
        if isinstance(item, Store):
            yield from item.mails(last)
            return
        with item.open() as stream:
            if item.unwrap:
                if fresh:
                    yield _one(item, place, item.unwrap(stream))
                return
            start = stream.read(START)
            if mbox.is_mbox(start) and not item.whole:
                yield from boxes.mails(item, stream, start, last)
            elif fresh:
                data = start if len(start) < START else start + stream.read(LARGEST - START)
                if isinstance(stream, Packed) and stream.problem:
                    raise Unreadable(stream.problem)
                yield _one(item, place, (data, item.deleted))
    except (Unreadable, *ERRORS) as error:
        if fresh:
            known = isinstance(error, Unreadable)
            why = str(error) if known else f"cannot be read: {reason(error)}"
            yield RawMail(place, "", sent=False, data=b"", problem=why)


def _one(item: Item, place: str, mail: tuple[bytes, bool]) -> RawMail:
    data, deleted = mail
    took = item.size() if len(data) >= LARGEST else None
    if deleted:
        return RawMail(place, item.folder, item.sent, data, DELETED, "deleted", took)
    return RawMail(place, item.folder, item.sent, data, took=took)
