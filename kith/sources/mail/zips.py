"""Zips of mail: what lies in them is read where it is. Nothing is ever unpacked onto the disk, so
that a member's name ('../..', '/etc') is a label and no more."""

import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

from kith.sources.mail import directory
from kith.sources.mail.directory import directory_size
from kith.sources.mail.folders import folder_name
from kith.sources.mail.forms import form_of
from kith.sources.mail.item import Item, unreadable
from kith.sources.mail.members import Members, Place
from kith.sources.mail.packed import BOMB, Packed, is_bomb
from kith.sources.mail.position import Key, shown
from kith.sources.mail.raw import Unreadable
from kith.terms.language import gettext_noop

CUT_OFF = gettext_noop("a zip that was cut off or is damaged: copy or download it again")
_NESTED = gettext_noop(
    "a packed file inside a zip is not opened: unpack the zip and import the folder"
)
_LOCKED = gettext_noop("it has a password: unpack the zip and import the folder")
_MANY = gettext_noop("too many files in one zip: unpack it and import the folder")
_LINK = gettext_noop("a link, not a file")
_ENCRYPTED = 0x1


def of_zip(
    archive: str,
    above: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
    after: Key | None = None,
) -> Iterator[Item]:
    """The files in a zip, ordered by their paths; `above`, `names` lead to the zip itself.

    Of Google's Takeout only the mail is taken. Raises OSError, zipfile.BadZipFile, and Unreadable
    for a zip that would fill a disk or the memory.
    """
    if directory_size(archive) > directory.LARGEST:
        raise Unreadable(_MANY)
    with zipfile.ZipFile(archive) as opened:
        listed = opened.infolist()
        if is_bomb(Path(archive).stat().st_size, sum(member.file_size for member in listed)):
            raise Unreadable(BOMB)
        takeout = any(_of_takeout(member.filename) for member in listed)
        found = _sorted(listed)
        members = Members(path for path, _ in found)
        names = names or (folder_name(Path(archive).stem),)
        for path, member in found:
            if member.is_dir() or members.of_program(path, member.file_size):
                continue
            if takeout and not _of_takeout(member.filename):
                continue
            if after is None or above + path >= after[0]:
                yield _item(opened, member, above + path, members.place(path, names))


def _sorted(listed: list[zipfile.ZipInfo]) -> list[tuple[tuple[str, ...], zipfile.ZipInfo]]:
    """By the parts of their paths; the second of two that bear one name gets a name of its own."""
    taken: set[tuple[str, ...]] = set()
    found = []
    for member in listed:
        *folders, name = shown(member.filename.replace("\\", "/")).split("/")
        parts, number = (*folders, name), 1
        while parts in taken:
            number += 1
            parts = (*folders, f"{name} ({number})")
        taken.add(parts)
        found.append((parts, member))
    return sorted(found, key=lambda one: one[0])


def _of_takeout(name: str) -> bool:
    return name.startswith("Takeout/") and name.lower().endswith(".mbox")


def _item(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, parts: tuple[str, ...], place: Place
) -> Item:
    form = form_of(member.filename)
    if why := _closed(member) or form.closed:
        return unreadable(parts, why)
    if form.zipped or form.outlook or form.gzipped:
        return unreadable(parts, _NESTED)
    return Item(
        "/".join(parts), place.folder, place.sent, partial(_unpacked, member),
        partial(_open, archive, member), place.whole, place.deleted, form.unwrap,
    )  # fmt: skip


def _closed(member: zipfile.ZipInfo) -> str:
    if stat.S_ISLNK(member.external_attr >> 16):
        return _LINK
    if member.flag_bits & _ENCRYPTED:
        return _LOCKED
    return BOMB if is_bomb(member.compress_size, member.file_size) else ""


def _unpacked(member: zipfile.ZipInfo) -> int:
    return member.file_size


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Packed:
    return Packed(cast("zipfile.ZipExtFile", archive.open(member)), member.compress_size)
