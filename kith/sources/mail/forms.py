"""How a file is read, by its name's ending: unpacked, unwrapped, as a store, or not at all."""

from dataclasses import dataclass

from kith.sources.mail import emlx, msg
from kith.sources.mail.item import Unwrap
from kith.terms.language import gettext_noop

_UNPACK = gettext_noop("not opened: unpack it and import the folder")
_EXPORT = gettext_noop(
    "not opened: export the mail in it as mbox or .eml files (docs/getting-mail.md says how)"
)


@dataclass(frozen=True, slots=True)
class Form:
    """What stands between a file and its mail.

    `zipped`, `outlook`: a zip, an Outlook data file: others look into these. `gzipped`: unpack it
    first. `unwrap`: gets the mail out. `closed`: why it is not opened ('' if it is).
    """

    zipped: bool = False
    outlook: bool = False
    gzipped: bool = False
    unwrap: Unwrap | None = None
    closed: str = ""


PLAIN = Form()
_FORMS = {
    "zip": Form(zipped=True),
    "pst": Form(outlook=True),
    "ost": Form(outlook=True),
    "gz": Form(gzipped=True),
    "emlx": Form(unwrap=emlx.unwrap),
    "msg": Form(unwrap=msg.unwrap),
    **dict.fromkeys(
        ("tar", "tgz", "tbz2", "txz", "7z", "rar", "bz2", "xz", "zst", "lz4"), Form(closed=_UNPACK)
    ),
    **dict.fromkeys(("olm", "dbx", "nsf", "edb"), Form(closed=_EXPORT)),
}
_MAGIC = {b"PK\x03\x04": "zip", b"!BDN": "pst", b"\x1f\x8b": "gz", b"\xd0\xcf\x11\xe0": "msg"}


def form_of(name: str) -> Form:
    """The form of a file of this name; one inside a gzip file is known by the name without '.gz'.

    A packed store is not looked into: to find one mail in it would unpack all before it.
    """
    form = _FORMS.get(_ending(name), PLAIN)
    if not form.gzipped:
        return form
    inner = _FORMS.get(_ending(name[: name.rfind(".")]), PLAIN)
    if inner.zipped or inner.outlook or inner.gzipped or inner.closed:
        return Form(closed=inner.closed or _UNPACK)
    return Form(gzipped=True, unwrap=inner.unwrap)


def form_of_start(start: bytes) -> Form:
    """The form of a file that starts with these bytes, whatever its name."""
    for magic, ending in _MAGIC.items():
        if start.startswith(magic):
            return _FORMS[ending]
    return PLAIN


def _ending(name: str) -> str:
    """What follows the last dot, in lower case; '' where nothing does."""
    return name[name.rfind(".") + 1 :].lower() if "." in name else ""
