"""One item of an Outlook data file, as libpff gives it, to the mail that it was."""

from typing import TYPE_CHECKING

from kith.sources.mail import mapi
from kith.sources.mail.mapi import Properties
from kith.sources.mail.outlook import compose

if TYPE_CHECKING:
    import pypff

# What the binding raises of a file whose inside contradicts itself.
BROKEN = (OSError, MemoryError, ValueError, RuntimeError, TypeError)

_WANTED = {
    mapi.CLASS, mapi.SUBJECT, mapi.HEADERS, mapi.BODY, mapi.HTML, mapi.SUBMITTED, mapi.DELIVERED,
    mapi.SIZE, mapi.MESSAGE_ID, mapi.REFERENCES, mapi.IN_REPLY_TO, mapi.NAME, mapi.ADDRESS,
    mapi.SMTP, mapi.RECIPIENT, mapi.HTML_PAGE, mapi.TEXT_PAGE, *mapi.SENDER, *mapi.BEHALF,
}  # fmt: skip


def mail(item: "pypff.message") -> tuple[bytes, int]:
    """The mail, and the bytes that the item takes up with its attachments.

    Raises Unreadable for what is no mail, and what `BROKEN` names.
    """
    properties = _properties(item)
    return compose(properties, _recipients(item)), properties.number(mapi.SIZE)


def _recipients(item: "pypff.message") -> list[Properties]:
    try:
        table = item.recipients
    except (AttributeError, *BROKEN):  # it has none, or is of a kind that has none
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
