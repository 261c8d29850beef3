"""Reads mail from where it lies: one mail, an mbox, a Maildir, a folder tree, a zip."""

import os
import zipfile
from collections.abc import Iterator
from itertools import accumulate, chain
from pathlib import Path
from typing import BinaryIO

from kith.sources.mail import mbox, position, tree
from kith.sources.mail.folders import folder_name, is_sent
from kith.sources.mail.raw import LARGEST, RawMail
from kith.terms.errors import BadInput

# Most mails are whole in one read of this; none of them costs a buffer of the largest's size.
_START = 64 * 1024


def fetch(path: Path, *, after: str | None = None) -> Iterator[RawMail]:
    """The mails of a source, in an order that depends on nothing but their positions.

    `after`: the position of the last mail already dealt with. It and all before it are skipped
    unread, also when files were added or removed meanwhile: a killed import goes on here.

    Raises BadInput where there is nothing at `path`, nothing in it, or no right to read it. A
    single file of a tree that cannot be read is given with its `problem` instead.
    """
    last = position.key(after) if after is not None else None
    items = _items(path, last)
    first = next(items, None)
    if first is None and last is None:
        raise BadInput(
            f"There is no mail in {path}.",
            cure="Name a folder of messages, a Maildir, an mbox, a .eml file or a zip of them.",
            path=str(path),
        )
    for item in chain([first] if first else [], items):
        yield from _mails(item, last)


def measure(path: Path) -> int:
    """How many bytes `fetch` will read, cheaply: the sum of the files' sizes. Raises BadInput."""
    return sum(item.size() for item in _items(path, None))


def is_large(path: Path, size: int) -> bool:
    """Whether the files add up to at least `size` bytes; looks at no more of them than it needs."""
    return any(total >= size for total in accumulate(item.size() for item in _items(path, None)))


def _items(path: Path, last: position.Key | None) -> Iterator[tree.Item]:
    try:
        if path.is_dir():
            yield from tree.of_folder(path, last)
        elif zipfile.is_zipfile(path):
            yield from tree.of_zip(path, after=last)
        else:
            yield _single(path)
    except FileNotFoundError as error:
        raise BadInput(
            f"There is nothing at {error.filename or path}.",
            cure="Check the path, and that the disk is there.",
            path=str(path),
        ) from error
    except (OSError, zipfile.BadZipFile) as error:
        raise BadInput(
            f"{getattr(error, 'filename', None) or path} cannot be read: {_why(error)}.",
            cure="Give the user who runs Kith the right to read it, or copy it to where they may.",
            path=str(path),
        ) from error


def _single(path: Path) -> tree.Item:
    """One file named by itself. Only an mbox's name is a folder's name."""
    with path.open("rb") as stream:
        whole = not mbox.is_mbox(stream.read(5))
    size = path.stat().st_size
    if not size:
        raise BadInput(f"{path} is empty.", cure="Export the mail again.", path=str(path))
    return tree.Item(
        position.shown(path.name),
        "",
        sent=False,
        size=lambda: size,
        open=lambda: path.open("rb"),
        whole=whole,
    )


def _mails(item: tree.Item, last: position.Key | None) -> Iterator[RawMail]:
    """The mails of one file that come after `last`."""
    try:
        with item.open() as stream:
            place = position.of_mail(item.path)
            start = stream.read(_START)
            if mbox.is_mbox(start) and not item.whole:
                yield from _split(item, stream, last)
            elif last is None or position.key(place) > last:
                data = start if len(start) < _START else start + stream.read(LARGEST - _START)
                yield RawMail(place, item.folder, item.sent, data)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        # zipfile says RuntimeError of a password, NotImplementedError of a strange compression.
        place = position.of_mail(item.path)
        yield RawMail(place, item.folder, item.sent, b"", f"cannot be read: {_why(error)}")


def _split(item: tree.Item, stream: BinaryIO, last: position.Key | None) -> Iterator[RawMail]:
    """The mails of an mbox. One that holds a single mail is that mail, in its folder's folder."""
    here = tuple(item.path.split("/"))
    start = last[1] if last and last[0] == here else None
    stream.seek(start or 0)
    mails = mbox.split(stream, start or 0)
    if start is not None:
        next(mails, None)
    first, second = next(mails, None), next(mails, None)
    if first is None:
        return
    many = start is not None or second is not None or item.path.lower().endswith((".mbox", ".mbx"))
    folder = _as_folder(here) if many or not item.folder else item.folder
    sent = item.sent or is_sent(folder)
    for offset, data in chain([first], [second] if second else [], mails):
        yield RawMail(f"{item.path}@{offset}", folder, sent, data)


def _as_folder(parts: tuple[str, ...]) -> str:
    """An mbox is a mail folder of its file's name; Apple's 'Sent.mbox/mbox' of its folder's."""
    return folder_name(parts[-2] if parts[-1] == "mbox" and len(parts) > 1 else parts[-1])


def _why(error: Exception) -> str:
    """The system's own words for what went wrong, without path and number."""
    return os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
