"""Folders of mail: which files lie in them, in one order that never changes."""

import os
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kith.sources.mail import pst
from kith.sources.mail.folders import apple_folder, folder_name, ignorable, is_sent
from kith.sources.mail.forms import PLAIN, Form, form_of
from kith.sources.mail.item import Item, Store, opened, reason, size_of, unreadable
from kith.sources.mail.marks import trashed
from kith.sources.mail.packed import gunzipped, unpacked_size
from kith.sources.mail.position import Key, shown
from kith.sources.mail.raw import Unreadable
from kith.sources.mail.zips import CUT_OFF, of_zip

_Parts = tuple[str, ...]
_ODD = "neither a file nor a folder (a link to a folder or to nothing, a pipe, a device)"


def of_folder(root: Path, after: Key | None = None) -> Iterator[Item | Store]:
    """The files below a folder, ordered by the parts of their paths; those before `after` left out.

    Maildirs (their own cur and new, `.Sent` and the like beside them) are known by their shape.
    Links to folders are not followed: they may lead in circles. Pipes and devices are never opened.
    Raises OSError where the folder itself cannot be read.
    """
    name = folder_name(shown(root.resolve().name))
    yield from _below(_Listing(str(root)), (), (name,), after)


class _Listing:
    """What lies in one folder: the names as they are shown, sorted, and of what kind they are.

    Holds names only: a folder may have a million files. Raises OSError.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.inside: set[str] = set()
        self.odd: set[str] = set()
        self.names: list[str] = []
        self._real: dict[str, str] = {}
        with os.scandir(folder) as found:
            for entry in found:
                name = shown(entry.name)
                self.names.append(name)
                if name != entry.name:
                    self._real[name] = entry.name
                if not entry.is_file():
                    (self.inside if entry.is_dir(follow_symlinks=False) else self.odd).add(name)
        self.names.sort()
        self.maildir = "cur" in self.inside and bool(self.inside & {"new", "tmp"})

    def path(self, name: str) -> str:
        return f"{self.folder}/{self._real.get(name, name)}"

    def own(self) -> set[str]:
        """What is a program's own here, by what lies beside it: the files with the attachments of
        Apple's partial mails, and Thunderbird's folders that hold no mail (empty files)."""
        own = {"Attachments"} if "Messages" in self.inside else set()
        indexed = {name[:-4] for name in self.names if name.endswith(".msf")}
        if indexed:
            own |= {name for name in indexed.intersection(self.names) if self._empty(name)}
        return own

    def _empty(self, name: str) -> bool:
        try:
            return not size_of(self.path(name))
        except OSError:
            return False


def _below(
    listing: _Listing, above: _Parts, names: _Parts, after: Key | None
) -> Iterator[Item | Store]:
    own = listing.own()
    for name in listing.names:
        parts = (*above, name)
        if name in own:
            continue
        if name in listing.inside:
            if after is None or parts >= after[0][: len(parts)]:
                yield from _folder(listing, name, parts, names, after)
        elif ignorable(name):
            continue
        elif name in listing.odd:
            yield unreadable(parts, _ODD)
        else:
            yield from of_file(listing.path(name), form_of(name), parts, names, after)


def _folder(
    listing: _Listing, name: str, parts: _Parts, names: _Parts, after: Key | None
) -> Iterator[Item | Store]:
    if listing.maildir and name == "tmp":
        return
    try:
        below = _Listing(listing.path(name))
    except OSError as error:
        yield unreadable(parts, f"cannot be read: {reason(error)}")
        return
    if listing.maildir and name in {"cur", "new"}:
        yield from _maildir(below, parts, names, after)
    elif not ignorable(name) or "cur" in below.inside:
        yield from _below(below, parts, (*names, folder_name(name.removeprefix("."))), after)


def _maildir(listing: _Listing, above: _Parts, names: _Parts, after: Key | None) -> Iterator[Item]:
    """Mails of cur or new. The folder above them is the inbox unless it is a `.Sub.Folder`."""
    dotted = len(above) > 1 and above[-2].startswith(".")
    folders = (*names[:-1], names[-1] if dotted or is_sent(names[-1]) else "INBOX")
    sent = is_sent(*folders)
    for name in listing.names:
        parts = (*above, name)
        if name in listing.inside or ignorable(name) or _before(parts, after):
            continue
        if name in listing.odd:
            yield unreadable(parts, _ODD)
            continue
        path = listing.path(name)
        yield Item(
            "/".join(parts), folders[-1], sent, partial(size_of, path), partial(opened, path),
            whole=True, deleted=trashed(name),
        )  # fmt: skip


def of_file(
    path: str, form: Form, parts: _Parts, names: _Parts, after: Key | None
) -> Iterator[Item | Store]:
    """What one file is or holds. What cannot be opened is given as such."""
    if form.zipped:
        try:
            yield from of_zip(path, parts, (*names, folder_name(parts[-1][:-4])), after)
        except zipfile.BadZipFile:
            yield unreadable(parts, CUT_OFF)
        except (OSError, Unreadable) as error:
            yield unreadable(parts, reason(error))
    elif form.outlook:
        yield pst.store(path, parts, (*names, folder_name(parts[-1][:-4])))
    elif _before(parts, after):
        return
    elif form.closed:
        yield unreadable(parts, form.closed)
    elif form is PLAIN:
        yield Item(
            "/".join(parts), names[-1], is_sent(*names), partial(size_of, path),
            partial(opened, path),
        )  # fmt: skip
    else:
        yield Item(
            "/".join(parts), apple_folder(parts) or names[-1], is_sent(*names),
            partial(unpacked_size if form.gzipped else size_of, path),
            partial(gunzipped if form.gzipped else opened, path), unwrap=form.unwrap,
        )  # fmt: skip


def _before(parts: _Parts, after: Key | None) -> bool:
    """Whether a file was dealt with. The very file may be an mbox that has more: it is kept."""
    return after is not None and parts < after[0]
