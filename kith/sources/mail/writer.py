"""Who speaks in a mail: From, but where a mailing list, a delegate or an export changed it."""

import re
from collections.abc import Mapping

from kith.sources.mail.addresses import parties, party, read_addresses
from kith.sources.mail.exchange import name_in
from kith.sources.mail.reading import Reading
from kith.terms.records import Party

Headers = Mapping[str, list[str]]

# "'Ann Ahlers' via Orders", as lists write that may not pass on a sender's own address (DMARC).
_VIA = re.compile(r"\A['\"]?(.{1,200}?)['\"]? via .", re.DOTALL)
# "Ann ann@pumps.example [seals]", as Yahoo's groups did.
_IN_NAME = re.compile(r"([^\s<>\"'(),;:\[\]]{1,64}@[^\s<>\"'(),;:\[\]]{1,255}) \[[^\[\]]{1,64}\]\Z")
_LISTS = frozenset(
    ("list-id", "list-post", "list-unsubscribe", "mailing-list", "x-beenthere", "x-google-group-id")
)


def writer(reading: Reading) -> Party | None:
    """The person of From; without one, of Sender. Names that From lacks are taken from X-From."""
    headers = reading.headers
    found = next(iter(parties(reading.writers)), None) or sender(headers)
    if found is None:
        return None
    if " via " in found.name or "x-original-from" in headers or found.name[-1:] == "]":
        return _before_rewriting(found, headers)
    if not found.name and "x-from" in headers and (name := name_in(headers["x-from"][0])):
        return party(name, found.address) or found
    return found


def sender(headers: Headers) -> Party | None:
    """Who sent it, where Sender says so: a delegate, an assistant, a list's manager."""
    return _one(headers, "sender") if "sender" in headers else None


def _before_rewriting(shown: Party, headers: Headers) -> Party:
    """Who stood in From before a list put its own address there.

    X-Original-From (Google Groups); else, for a name 'via' a list, who is in Reply-To, or in Cc
    under that name (Mailman's from_is_list); else the address in the name.
    """
    if original := _one(headers, "x-original-from"):
        return original
    if _LISTS.isdisjoint(headers):
        return shown
    if via := _VIA.match(shown.name):
        name = via[1].strip("'\" ")
        for one in _all(headers, "reply-to"):
            if one.address != shown.address and not _is_lists(one.address, headers):
                return one if one.name else Party(one.address, name)
        for one in _all(headers, "cc"):
            if one.name == name:
                return one
        return shown
    inside = _IN_NAME.search(shown.name)
    real = party(shown.name[: inside.start()].strip(), inside[1]) if inside else None
    return real or shown


def _is_lists(address: str, headers: Headers) -> bool:
    return any(
        address in value.lower()
        for name in ("list-post", "x-beenthere", "mailing-list", "list-id")
        for value in headers.get(name, ())
    )


def _one(headers: Headers, name: str) -> Party | None:
    return next(iter(_all(headers, name)), None)


def _all(headers: Headers, name: str) -> list[Party]:
    return parties(read_addresses(headers[name][0])) if name in headers else []
