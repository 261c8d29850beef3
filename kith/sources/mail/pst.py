"""Outlook's data files (.pst, .ost): their folders, and the mails in them.

Needs `libpff-python` (the extra `outlook`), a binding of libpff.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from kith.sources.mail.folders import is_sent
from kith.sources.mail.item import Store, size_of
from kith.sources.mail.pff import BROKEN, mail
from kith.sources.mail.position import Key, shown
from kith.sources.mail.raw import LARGEST, RawMail, Unreadable
from kith.terms.language import gettext_noop

if TYPE_CHECKING:
    import pypff

MISSING = gettext_noop(
    "an Outlook data file, and what reads it is not installed: pip install '.[outlook]'"
)
_DAMAGED = gettext_noop("damaged in the data file: Outlook's scanpst.exe may repair it")
_SMALLEST = 16  # bytes of a file that any item or folder takes up

_Where = tuple[str, ...]


def store(path: str, parts: _Where, names: _Where) -> Store:
    """A data file at `path`; `parts` and `names` lead to it below the source."""
    return Store("/".join(parts), partial(size_of, path), partial(_mails, path, parts, names))


def whole(path: str) -> Store:
    """The same for a data file that is the source. Raises Unreadable where it cannot be opened."""
    _opened(path).close()
    return store(path, (), ())


def _mails(path: str, parts: _Where, names: _Where, after: Key | None) -> Iterator[RawMail]:
    """Ordered by the folders' paths, then by the items' numbers, which never change."""
    file, most = _opened(path), size_of(path) // _SMALLEST
    try:
        for where, folder in _folders(file, most):
            here = parts + where
            if after is None or here >= after[0]:
                start = after[1] if after and here == after[0] else -1
                yield from _in_folder(folder, here, names + where, start, most)
    finally:
        file.close()


def _opened(path: str) -> "pypff.file":
    try:
        import pypff  # an extra: all other mail does without it
    except ImportError as error:
        raise Unreadable(MISSING) from error
    file = pypff.file()
    try:
        file.open(path)
    except BROKEN as error:
        raise Unreadable(gettext_noop("not an Outlook data file, or not a whole one")) from error
    return file


def _folders(file: "pypff.file", most: int) -> list[tuple[_Where, "pypff.folder | None"]]:
    """The folders by their paths, no two of them the same; None for what is one no more."""
    try:
        waiting: list[tuple[_Where, pypff.folder]] = [((), file.get_root_folder())]
    except BROKEN as error:
        raise Unreadable(_DAMAGED) from error
    found: dict[_Where, pypff.folder | None] = dict(waiting)
    met: set[int] = set()  # a damaged one may lie in itself
    while waiting and len(found) < most:
        above, folder = waiting.pop()
        for index in range(_count(folder, "number_of_sub_folders", most)):
            try:
                below = folder.get_sub_folder(index)
                number, name = int(below.identifier), shown(below.name or "unnamed")
            except BROKEN:
                found[(*above, f"damaged {index}")] = None
                continue
            if number not in met:
                met.add(number)
                where = (*above, name.replace("/", "\\x2f"))
                where = (*above, f"{where[-1]} ({number})") if where in found else where
                found[where] = below
                waiting.append((where, below))
    return sorted(found.items(), key=lambda one: one[0])


def _count(folder: "pypff.folder | None", what: str, most: int) -> int:
    try:
        return min(getattr(folder, what, 0), most)
    except BROKEN:
        return 0


def _in_folder(
    folder: "pypff.folder | None", here: _Where, names: _Where, start: int, most: int
) -> Iterator[RawMail]:
    """The folder's own items with numbers above `start`."""
    place, name, sent = "/".join(here), names[-1] if names else "", is_sent(*names)
    if folder is None:
        if start < 0:
            yield RawMail(f"{place}@0", name, sent, b"", _DAMAGED)
        return
    numbered = {}
    for index in range(_count(folder, "number_of_sub_messages", most)):
        numbered[_number(folder, index)] = index
    for number in sorted(numbered):
        if number > start:
            yield _one(folder, numbered[number], f"{place}@{number}", name, sent=sent)


def _number(folder: "pypff.folder", index: int) -> int:
    """An item's own number; where it cannot be read at all, its place in the folder."""
    try:
        return int(folder.get_sub_message(index).identifier)
    except BROKEN:
        return index


def _one(folder: "pypff.folder", index: int, place: str, name: str, *, sent: bool) -> RawMail:
    try:
        data, took = mail(folder.get_sub_message(index))
    except Unreadable as error:
        return RawMail(place, name, sent, b"", str(error))
    except BROKEN:
        return RawMail(place, name, sent, b"", _DAMAGED)
    return RawMail(place, name, sent, data[:LARGEST], took=max(took, len(data)))
