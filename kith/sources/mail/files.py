"""What one file is or holds, by its form."""

import zipfile
from collections.abc import Iterator
from functools import partial

from kith.sources.mail import pst
from kith.sources.mail.folders import apple_folder, folder_name, is_sent
from kith.sources.mail.forms import PLAIN, Form
from kith.sources.mail.item import Item, Store, opened, reason, size_of, unreadable
from kith.sources.mail.packed import gunzipped, unpacked_size
from kith.sources.mail.position import Key
from kith.sources.mail.raw import Unreadable
from kith.sources.mail.zips import CUT_OFF, of_zip


def plain(path: str, parts: tuple[str, ...], folder: str, *, sent: bool) -> Item:
    """A file that is a mail or an mbox as it stands."""
    return Item("/".join(parts), folder, sent, partial(size_of, path), partial(opened, path))


def of_file(
    path: str, form: Form, parts: tuple[str, ...], names: tuple[str, ...], after: Key | None
) -> Iterator[Item | Store]:
    """The items that a file makes, those before `after` left out; `parts` and `names` lead to it.

    What cannot be opened is given as such.
    """
    stem = folder_name(parts[-1].rpartition(".")[0])
    if form.zipped:
        try:
            yield from of_zip(path, parts, (*names, stem), after)
        except zipfile.BadZipFile:
            yield unreadable(parts, CUT_OFF)
        except (OSError, Unreadable) as error:
            yield unreadable(parts, reason(error))
    elif form.outlook:
        yield pst.store(path, parts, (*names, stem))
    elif after is not None and parts < after[0]:
        return
    elif form.closed:
        yield unreadable(parts, form.closed)
    elif form is PLAIN:
        yield plain(path, parts, names[-1], sent=is_sent(*names))
    else:
        yield Item(
            "/".join(parts), apple_folder(parts) or names[-1], is_sent(*names),
            partial(unpacked_size if form.gzipped else size_of, path),
            partial(gunzipped if form.gzipped else opened, path), unwrap=form.unwrap,
        )  # fmt: skip
