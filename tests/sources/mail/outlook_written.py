"""Outlook's .msg files as Outlook writes them ([MS-OXMSG]), made for tests."""

import struct
from datetime import UTC, datetime

from tests.sources.mail.compound import Storage, compound

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_TIME, _TEXT, _CODED, _BYTES, _NUMBER = 0x40, 0x1F, 0x1E, 0x102, 0x3

Value = str | bytes | int | datetime
CLASS, SUBJECT, HEADERS, BODY, HTML = 0x001A, 0x0037, 0x007D, 0x1000, 0x1013
SUBMITTED, MESSAGE_ID, HTML_PAGE, TEXT_PAGE = 0x0039, 0x1035, 0x3FDE, 0x3FFD
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
BEHALF_NAME, BEHALF_ADDRESS = 0x0042, 0x0065
NAME, ADDRESS, SMTP, KIND = 0x3001, 0x3003, 0x39FE, 0x0C15

LETTER: dict[int, Value] = {
    CLASS: "IPM.Note",
    SUBJECT: "Seals for the P-40",
    BODY: "Good morning.\r\n",
    SUBMITTED: datetime(2025, 3, 4, 9, 15, tzinfo=UTC),
    SENDER_NAME: "Ann Ahlers",
    SENDER_ADDRESS: "ann@pumps.example",
    MESSAGE_ID: "<m1@pumps.example>",
}
BO: dict[int, Value] = {NAME: "Bo Berg", SMTP: "bo@seals.example", KIND: 1}


def msg(properties: dict[int, Value], *people: dict[int, Value], coded: str | None = None) -> bytes:
    """A .msg file; `coded`: texts are stored in this code page, as Outlook before 2003 did."""
    root = _storage(properties, b"\0" * 8 + struct.pack("<II", len(people), 0) + b"\0" * 16, coded)
    for number, who in enumerate(people):
        root[f"__recip_version1.0_#{number:08X}"] = _storage(who, b"\0" * 8, coded)
    return compound(root)


def _storage(properties: dict[int, Value], head: bytes, coded: str | None) -> Storage:
    fixed, streams = [head], Storage()
    for tag, value in properties.items():
        if isinstance(value, int):
            fixed.append(struct.pack("<HHII4x", _NUMBER, tag, 6, value))
            continue
        if isinstance(value, datetime):
            ticks = int((value - _EPOCH).total_seconds()) * 10_000_000
            fixed.append(struct.pack("<HHIQ", _TIME, tag, 6, ticks))
            continue
        kind, data = _stored(value, coded)
        streams[f"__substg1.0_{tag:04X}{kind:04X}"] = data
        fixed.append(struct.pack("<HHII4x", kind, tag, 6, len(data)))
    return {**streams, "__properties_version1.0": b"".join(fixed)}


def _stored(value: str | bytes, coded: str | None) -> tuple[int, bytes]:
    if isinstance(value, bytes):
        return _BYTES, value
    return (_CODED, value.encode(coded)) if coded else (_TEXT, value.encode("utf-16-le"))
