"""What mail programs write into a mailbox for themselves: deleted, labels, records of their own."""

import re
from contextlib import suppress
from email.header import decode_header, make_header

from kith.terms.language import gettext_noop

DELETED = gettext_noop("deleted in the mail program, but not yet removed from its file")
INTERNAL = gettext_noop("the mail program's own record, not a mail")

_ENDS = re.compile(rb"\r?\n\r?\n")
_HEAD = 256 * 1024
# Thunderbird puts its lines on top, where no sender's can be: hexadecimal flags (MSG_FLAG_EXPUNGED
# 0x0008; in the second, MSG_FLAG_IMAP_DELETED 0x00200000).
_MOZILLA = re.compile(
    rb"(?:X-(?:Account-Key|UIDL|Mozilla-Keys):[^\n]*\n){0,5}"
    rb"X-Mozilla-Status:[ \t]*([0-9A-Fa-f]{1,8})\r?\n"
    rb"(?:X-Mozilla-Status2:[ \t]*([0-9A-Fa-f]{1,8})\r?\n)?"
)
# Others (mutt, Pine, Dovecot) put theirs last: D is deleted. Anywhere else a sender wrote it.
_X_STATUS = re.compile(
    rb"\nX-Status:[ \t]*\w{0,9}D\w{0,9}[ \t]*"
    rb"(?:\r?\n(?:Status|X-Keywords|X-UID|Content-Length|Lines):[^\n]{0,998}){0,5}\Z"
)
_INTERNAL = re.compile(rb"^X-IMAP(?:base)?:", re.MULTILINE)
_INTERNAL_SUBJECT = b"FOLDER INTERNAL DATA"
_MAILDIR = re.compile(r"[:;!]2,[A-Za-z]*T[A-Za-z,]*\Z")

_LABELS = re.compile(rb"^X-Gmail-Labels:((?:[^\n]*\n)(?:[ \t][^\n]*\n){0,50})", re.MULTILINE)
_TOP = 4096
# Gmail's states and tabs are labels in an export, but no places where a mail lies.
_STATES = {"opened", "unread", "starred", "important", "archived"}


def left_out(data: bytes) -> str:
    """Why a mail of an mbox is left out, by what a mail program wrote in its head; '' if it is not.

    Only a mail that the owner's program does not show any more counts as deleted: one in a folder
    for deleted mail is still there.
    """
    if data.startswith((b"X-Mozilla", b"X-Account-Key", b"X-UIDL")):
        status = _MOZILLA.match(data)
        if status and (int(status[1], 16) & 0x8 or int(status[2] or b"0", 16) & 0x200000):
            return DELETED
    found = _ENDS.search(data, 0, _HEAD)
    end = found.start() if found else min(len(data), _HEAD)
    if data.find(b"\nX-Status:", 0, end) >= 0 and _X_STATUS.search(data, 0, end):
        return DELETED
    if data.find(_INTERNAL_SUBJECT, 0, end) >= 0 and _INTERNAL.search(data, 0, end):
        return INTERNAL
    return ""


def trashed(name: str) -> bool:
    """Whether a Maildir's file name bears the flag T (deleted, still to be removed)."""
    return _MAILDIR.search(name) is not None


def places(data: bytes) -> list[str]:
    """The Gmail labels of a mail from Google Takeout that name a place; [] of any other mail."""
    top = data[:_TOP]
    found = _LABELS.search(top) if b"X-Gmail-Labels:" in top else None
    if found is None:
        return []
    said = " ".join(found[1].decode("utf-8", "replace").split())
    with suppress(ValueError, LookupError):
        said = str(make_header(decode_header(said)))
    every = [label.strip(' "') for label in said.split(",")]
    return [one for one in every if one and not _is_state(one)] or every[:1]


def _is_state(label: str) -> bool:
    folded = label.casefold()
    return folded in _STATES or folded.startswith("category ")
