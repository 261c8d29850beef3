"""Everybody in a mail, each in their part."""

from kith.sources.mail.addresses import parties
from kith.sources.mail.exchange import MOST as MOST_NAMES
from kith.sources.mail.exchange import apart, fitting
from kith.sources.mail.reading import Reading
from kith.sources.mail.writer import sender, writer
from kith.terms.records import Party
from kith.terms.words import Part

MOST = 500  # recipients of one mail

People = tuple[tuple[Part, Party], ...]


def people(reading: Reading) -> tuple[People, int]:
    """From, Sender where it is another, then To, Cc and Bcc; and how many more there were.

    Of the last three at most `MOST` together are kept, in order.
    """
    headers = reading.headers
    found: list[tuple[Part, Party]] = []
    speaks = writer(reading)
    if speaks is not None:
        found.append((Part.FROM, speaks))
        typed = sender(headers) if "sender" in headers else None
        if typed is not None and typed.address != speaks.address:
            found.append((Part.SENDER, typed))
    first = len(found)
    for part, given, names in (
        (Part.TO, reading.to, "x-to"),
        (Part.CC, reading.cc, "x-cc"),
        (Part.BCC, reading.bcc, "x-bcc"),
    ):
        if given:
            these = parties(given)
            if names in headers and len(these) <= MOST_NAMES and (value := headers[names][0]):
                these = _named(these, value)
            found += [(part, one) for one in these]
    return tuple(found[: first + MOST]), max(len(found) - first - MOST, 0)


def _named(found: list[Party], value: str) -> list[Party]:
    """With the names that an export keeps apart, where the header itself gives none."""
    names = [value] if len(found) == 1 else apart(value)
    if len(names) != len(found):
        return found
    return [
        Party(one.address, name) if not one.name and (name := fitting(given, one.address)) else one
        for one, given in zip(found, names, strict=True)
    ]
