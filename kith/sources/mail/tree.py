"""Folders of mail: which files lie in them, in one order that never changes."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kith.sources.mail.files import of_file, plain
from kith.sources.mail.folders import folder_name, ignorable, is_sent
from kith.sources.mail.forms import PLAIN, form_of
from kith.sources.mail.item import Item, Store, opened, reason, size_of, unreadable
from kith.sources.mail.listing import Listing
from kith.sources.mail.marks import trashed
from kith.sources.mail.position import Key, shown

_Parts = tuple[str, ...]
_ODD = "neither a file nor a folder (a link to a folder or to nothing, a pipe, a device)"


def of_folder(root: Path, after: Key | None = None) -> Iterator[Item | Store]:
    """The files below a folder, ordered by the parts of their paths; those before `after` left out.

    Maildirs (their own cur and new, `.Sent` and the like beside them) are known by their shape.
    Links to folders are not followed; pipes and devices are never opened. Raises OSError where the
    folder itself cannot be read; one below it is given as unreadable.
    """
    name = folder_name(shown(root.resolve().name))
    yield from _below(Listing(str(root)), (), (name,), after)


def _below(
    listing: Listing, above: _Parts, names: _Parts, after: Key | None
) -> Iterator[Item | Store]:
    own, sent = listing.of_program(), is_sent(*names)
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
        elif (form := form_of(name)) is not PLAIN:
            yield from of_file(listing.path(name), form, parts, names, after)
        elif after is None or parts >= after[0]:  # the very file may be an mbox that has more
            yield plain(listing.path(name), parts, names[-1], sent=sent)


def _folder(
    listing: Listing, name: str, parts: _Parts, names: _Parts, after: Key | None
) -> Iterator[Item | Store]:
    path = listing.path(name)
    hidden = ignorable(name) and not Path(path, "cur").is_dir()
    if hidden or (listing.maildir and name == "tmp"):
        return
    try:
        below = Listing(path)
    except OSError as error:
        yield unreadable(parts, f"cannot be read: {reason(error)}")
        return
    if listing.maildir and name in {"cur", "new"}:
        yield from _maildir(below, parts, names, after)
    else:
        yield from _below(below, parts, (*names, folder_name(name.removeprefix("."))), after)


def _maildir(listing: Listing, above: _Parts, names: _Parts, after: Key | None) -> Iterator[Item]:
    """Mails of cur or new. The folder above them is the inbox unless it is a `.Sub.Folder`."""
    dotted = len(above) > 1 and above[-2].startswith(".")
    folders = (*names[:-1], names[-1] if dotted or is_sent(names[-1]) else "INBOX")
    sent = is_sent(*folders)
    for name in listing.names:
        parts = (*above, name)
        if name in listing.inside or ignorable(name) or (after and parts < after[0]):
            continue
        if name in listing.odd:
            yield unreadable(parts, _ODD)
            continue
        path = listing.path(name)
        yield Item(
            "/".join(parts), folders[-1], sent, partial(size_of, path), partial(opened, path),
            whole=True, deleted=trashed(name),
        )  # fmt: skip
