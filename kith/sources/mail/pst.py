"""Outlook's data files (.pst, .ost): folders of items, each to the mail that it was.

Needs `libpff-python` (the extra `outlook`), a binding of libpff.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from kith.sources.mail import mapi
from kith.sources.mail.folders import is_sent
from kith.sources.mail.item import Store, reason, size_of
from kith.sources.mail.mapi import Properties
from kith.sources.mail.outlook import compose
from kith.sources.mail.position import Key, shown
from kith.sources.mail.raw import LARGEST, RawMail, Unreadable

if TYPE_CHECKING:
    import pypff

MISSING = (
    "an Outlook data file, and what reads it is not installed: pip install 'kith-crm[outlook]'"
)
_DEPTH = 50
_WANTED = {
    mapi.CLASS, mapi.SUBJECT, mapi.HEADERS, mapi.BODY, mapi.HTML, mapi.SUBMITTED, mapi.DELIVERED,
    mapi.SIZE, mapi.MESSAGE_ID, mapi.REFERENCES, mapi.IN_REPLY_TO, mapi.NAME, mapi.ADDRESS,
    mapi.SMTP, mapi.RECIPIENT, mapi.HTML_PAGE, mapi.TEXT_PAGE, *mapi.SENDER, *mapi.BEHALF,
}  # fmt: skip
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
    file = _opened(path)
    try:
        for where, folder in sorted(_folders(file.get_root_folder(), ()), key=lambda f: f[0]):
            here = parts + where
            if after is None or here >= after[0]:
                start = after[1] if after and here == after[0] else -1
                yield from _in_folder(folder, here, names + where, start)
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
    except (OSError, UnicodeError) as error:
        raise Unreadable("not an Outlook data file, or not a whole one") from error
    return file


def _folders(folder: "pypff.folder", above: _Where) -> Iterator[tuple[_Where, "pypff.folder"]]:
    """Folders with their paths, no two of them the same."""
    yield above, folder
    met: set[str] = set()
    for below in folder.sub_folders if len(above) < _DEPTH else ():
        name = shown(below.name or "").replace("/", "\\x2f") or "unnamed"
        name = f"{name} ({below.identifier})" if name in met else name
        met.add(name)
        yield from _folders(below, (*above, name))


def _in_folder(
    folder: "pypff.folder", here: _Where, names: _Where, start: int
) -> Iterator[RawMail]:
    """The folder's own items with numbers above `start`."""
    name, sent = names[-1] if names else "", is_sent(*names)
    for number, index in sorted(
        map(partial(_number, folder), range(folder.number_of_sub_messages))
    ):
        if number > start:
            place = f"{'/'.join(here)}@{number}"
            try:
                data, took = _mail(folder.get_sub_message(index))
            except (OSError, Unreadable) as error:
                yield RawMail(place, name, sent, b"", reason(error))
            else:
                yield RawMail(place, name, sent, data[:LARGEST], took=max(took, len(data)))


def _number(folder: "pypff.folder", index: int) -> tuple[int, int]:
    """An item's number and its place in the folder; the place, where it cannot be read at all."""
    try:
        return folder.get_sub_message(index).identifier, index
    except OSError:
        return index, index


def _mail(item: "pypff.message") -> tuple[bytes, int]:
    """The mail, and the bytes it takes up with its attachments."""
    properties = _properties(item)
    return compose(properties, _recipients(item)), properties.number(mapi.SIZE)


def _recipients(item: "pypff.message") -> list[Properties]:
    try:
        table = item.recipients
    except (AttributeError, OSError):  # it has none, or is of a kind that has none
        return []
    return [Properties(_of_set(one)) for one in table.record_sets] if table else []


def _properties(item: "pypff.message") -> Properties:
    merged: dict[int, tuple[int, bytes]] = {}
    for one in item.record_sets:
        merged.update(_of_set(one))
    return Properties(merged)


def _of_set(one: "pypff.record_set") -> dict[int, tuple[int, bytes]]:
    return {
        entry.entry_type: (entry.value_type, entry.data or b"")
        for entry in one.entries
        if entry.entry_type in _WANTED
    }
