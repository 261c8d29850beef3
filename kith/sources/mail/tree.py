"""Folders and zips of mail: which files lie in them, in one order that never changes."""

import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import FileIO
from pathlib import Path
from typing import BinaryIO, cast

from kith.sources.mail.folders import folder_name, ignorable, is_sent
from kith.sources.mail.position import Key, shown


@dataclass(frozen=True, slots=True)
class Item:
    """One file: its path below the source, its mail folder, and how to read it.

    `whole`: it is one mail whatever it starts with (a Maildir's file).
    """

    path: str
    folder: str
    sent: bool
    size: Callable[[], int]
    open: Callable[[], BinaryIO]
    whole: bool = False


def of_folder(root: Path, after: Key | None = None) -> Iterator[Item]:
    """The files below a folder, ordered by the parts of their paths; those before `after` left out.

    Maildirs (their own cur and new, `.Sent` and the like beside them) are known by their shape.
    Links to folders are not followed: they may lead in circles.
    """
    name = folder_name(shown(root.resolve().name))
    yield from _below(root, (), (name,), after)


def of_zip(
    archive: Path,
    above: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
    after: Key | None = None,
) -> Iterator[Item]:
    """The files in a zip, ordered likewise; `above` and `names` lead to the zip in its folder."""
    with zipfile.ZipFile(archive) as opened:
        members = sorted((tuple(shown(m.filename).split("/")), m) for m in opened.infolist())
        for parts, member in members:
            if member.is_dir() or any(map(ignorable, parts)) or _before(above + parts, after):
                continue
            folders = names + tuple(map(folder_name, parts[:-1]))
            folder = folders[-1] if folders else folder_name(archive.stem)
            yield Item(
                "/".join(above + parts), folder, is_sent(*folders), partial(_unpacked, member),
                partial(_member, opened, member),
            )  # fmt: skip


def _unpacked(member: zipfile.ZipInfo) -> int:
    return member.file_size


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    return cast("BinaryIO", archive.open(member))


def _below(
    folder: Path, above: tuple[str, ...], names: tuple[str, ...], after: Key | None
) -> Iterator[Item]:
    with os.scandir(folder) as listing:
        entries = sorted(((shown(entry.name), entry) for entry in listing), key=lambda e: e[0])
    inside = {name for name, entry in entries if entry.is_dir(follow_symlinks=False)}
    maildir = "cur" in inside and bool(inside & {"new", "tmp"})
    for name, entry in entries:
        parts = (*above, name)
        if name in inside:
            if after and parts < after[0][: len(parts)]:
                continue
            if maildir and name in {"cur", "new"}:
                yield from _maildir(Path(entry.path), parts, names, after)
            elif not (maildir and name == "tmp") and (not ignorable(name) or _is_maildir(entry)):
                below = (*names, folder_name(name.removeprefix(".")))
                yield from _below(Path(entry.path), parts, below, after)
        elif entry.is_file() and not ignorable(name):
            if name.lower().endswith(".zip") and zipfile.is_zipfile(entry.path):
                yield from of_zip(Path(entry.path), parts, (*names, folder_name(name[:-4])), after)
            elif not _before(parts, after):
                yield _file(entry, parts, names)


def _maildir(
    folder: Path, above: tuple[str, ...], names: tuple[str, ...], after: Key | None
) -> Iterator[Item]:
    """Mails of cur or new. The folder above them is the inbox unless it is a `.Sub.Folder`."""
    dotted = len(above) > 1 and above[-2].startswith(".")
    shown_names = (*names[:-1], names[-1] if dotted or is_sent(names[-1]) else "INBOX")
    with os.scandir(folder) as listing:
        entries = sorted(((shown(entry.name), entry) for entry in listing), key=lambda e: e[0])
    for name, entry in entries:
        parts = (*above, name)
        if entry.is_file() and not ignorable(name) and not _before(parts, after):
            yield _file(entry, parts, shown_names, whole=True)


def _file(
    entry: os.DirEntry[str], parts: tuple[str, ...], names: tuple[str, ...], *, whole: bool = False
) -> Item:
    opened = partial(_opened, entry.path)
    return Item("/".join(parts), names[-1], is_sent(*names), partial(_size, entry), opened, whole)


def _opened(path: str) -> BinaryIO:
    """Unbuffered: a mail is one read, and the buffer would cost more than it."""
    return cast("BinaryIO", FileIO(path))


def _size(entry: os.DirEntry[str]) -> int:
    return entry.stat().st_size


def _is_maildir(entry: os.DirEntry[str]) -> bool:
    return (Path(entry.path) / "cur").is_dir()


def _before(parts: tuple[str, ...], after: Key | None) -> bool:
    """Whether a file was dealt with. The very file may be an mbox that has more: it is kept."""
    return after is not None and parts < after[0]
