"""Parts of a mail that are written for machines: delivery reports, receipts, calendar objects."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

# Media type and content of such parts, in order; other parts are left out.
Reports = Sequence[tuple[str, bytes]]

LONGEST = 256 * 1024  # bytes of one part
_DELIVERY = frozenset(("message/delivery-status", "message/global-delivery-status"))
_DISPOSITION = frozenset(
    ("message/disposition-notification", "message/global-disposition-notification")
)
_CALENDAR = frozenset(("text/calendar",))
TYPES = _DELIVERY | _DISPOSITION | _CALENDAR

_FIELD = re.compile(r"^([A-Za-z-]{1,40})[ \t]*:[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_BLOCKS = re.compile(r"\n[ \t]*\n")
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_ADDRESS = re.compile(r"[^\s<>\"'(),;:\[\]]{1,256}@[^\s<>\"'(),;:]{1,255}")
_ACTION = re.compile(r"failed|delayed|delivered|relayed|expanded", re.IGNORECASE)
_METHOD = re.compile(rb"^METHOD\s*:\s*([A-Z]{3,20})", re.MULTILINE | re.IGNORECASE)
# RFC 5546: what is about one invitation. PUBLISH tells everybody, as a list of dates does.
_INVITING = frozenset(("REQUEST", "REPLY", "CANCEL", "COUNTER", "ADD", "REFRESH", "DECLINECOUNTER"))


class Delivery(NamedTuple):
    """What became of one recipient: RFC 3464 2.3. `status` as in RFC 3463, '' if none was given."""

    address: str
    action: str
    status: str

    @property
    def is_gone(self) -> bool:
        """Whether the address itself is bad for good.

        A permanent failure (5.x) of class address or routing, or of no class: a full mailbox, a
        mail that was too large or a sender whom a filter refused says nothing about the address.
        """
        return self.action == "failed" and is_gone(self.status)


def is_gone(status: str) -> bool:
    """Whether an enhanced status code (RFC 3463) says that mail to the address cannot arrive.

    5.0 other, 5.1 addressing (but for 7 and 8, the sender's), 5.2.0 and 5.2.1 mailbox disabled,
    5.4 routing.
    """
    found = _STATUS.fullmatch(status)
    if found is None or found[1] != "5":
        return False
    subject, detail = int(found[2]), int(found[3])
    if subject == 1:
        return detail not in {7, 8}
    return subject in {0, 4} or (subject == 2 and detail <= 1)


def deliveries(reports: Reports) -> Iterator[Delivery]:
    """Every recipient that the mail's delivery reports name."""
    for kind, content in reports:
        if kind in _DELIVERY:
            text = content.decode("utf-8", "replace").replace("\r\n", "\n")
            for block in _BLOCKS.split(text):
                fields = {name.lower(): value for name, value in _FIELD.findall(block)}
                if "action" in fields or "final-recipient" in fields:
                    yield _delivery(fields)


def gone(headers: Mapping[str, list[str]], reports: Reports) -> tuple[str, ...]:
    """The addresses that a bounce says do not exist or no longer work, lower-cased, no doubles.

    From its delivery reports; without those, X-Failed-Recipients (Exim writes it for permanent
    failures alone).
    """
    found = list(deliveries(reports))
    if found:
        return tuple(dict.fromkeys(one.address for one in found if one.is_gone and one.address))
    named = " ".join(headers.get("x-failed-recipients", ()))[:20_000].lower()
    return tuple(dict.fromkeys(_ADDRESS.findall(named)))


def has_disposition(reports: Reports) -> bool:
    """Whether one of the parts says what became of a mail in its reader's hands: RFC 8098."""
    return any(kind in _DISPOSITION for kind, _ in reports)


def calendar_method(reports: Reports) -> str:
    """What the calendar object is for (RFC 5546), if it is about one invitation; else ''."""
    for kind, content in reports:
        if kind in _CALENDAR and (found := _METHOD.search(content)):
            method = found[1].decode().upper()
            if method in _INVITING:
                return method
    return ""


def _delivery(fields: dict[str, str]) -> Delivery:
    """Whom the mail was for: as it was addressed, else where it went at last.

    An action that the standard does not know is a failure's: nobody reports a success in own words.
    """
    address = ""
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        if found := _ADDRESS.search(fields.get(name, "").rpartition(";")[2]):
            address = found[0].lower().rstrip(".")
            break
    status = _STATUS.search(fields.get("status", ""))
    action = _ACTION.match(fields.get("action", ""))
    return Delivery(address, action[0].lower() if action else "failed", status[0] if status else "")
