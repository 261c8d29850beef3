"""Addresses in headers: from the quick reader where it understood them, else by a patient one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kith.sources.mail.body import plain
from kith.sources.mail.exchange import is_x500, unwrapped
from kith.terms.records import Party

LONGEST = 320  # octets of local part, '@' and domain: RFC 3696 errata 1690
MOST = 20_000  # read of one header; no mail goes to so many by name

_MOST_NONSENSE = 4_000  # characters in which an address is looked for

_PIECE = re.compile(r'"(?:[^"\\]|\\.){0,300}+"|<[^<>]*+>|[,;]|[^",;<]++|.', re.DOTALL)
_ANGLE = re.compile(r"<\s*([^<>]*?)\s*>")
_BARE = re.compile(r"[^\s<>\"'(),;:\[\]]{1,256}@[^\s<>\"'(),;:]{1,256}")
# Python 3.11 writes a list's comma into an encoded word where it folds the line at one.
_COMMA = re.compile(r"(@[^\s,;\"@]{1,256})\s+(=\?[\w-]{1,20}\?q\?)=2C_?", re.IGNORECASE)
_EDGES = "\"'`<>,; \t\r\n"
_GROUP = re.compile(r"\A[^\"<>@:]*:")


@lru_cache(maxsize=20_000)
def party(name: str | None, address: str) -> Party | None:
    """One address with its name, cleaned; None where it is no address."""
    bare = address[:_MOST_NONSENSE].strip(_EDGES).lower()
    if bare.startswith("imcea") or is_x500(bare):
        bare = unwrapped(bare)
    if " " in bare or "@" not in bare[1:-1] or len(bare) > LONGEST:
        found = _BARE.search(address[:_MOST_NONSENSE])
        if found is None or len(found[0]) > LONGEST:
            return None
        rest = address[: found.start()].strip(_EDGES)
        return party(name or rest, found[0].lower())
    shown = " ".join(name.replace('\\"', '"').split()).strip(_EDGES) if name else ""
    return Party(plain(bare), "" if shown.lower() == bare else plain(shown[:LONGEST]))


def parties(found: Iterable[tuple[str | None, str]]) -> list[Party]:
    """Addresses without doubles, in order; of more than `MOST` the first."""
    kept: dict[str, Party] = {}
    for name, address in found:
        one = party(name, address)
        if one is not None and one.address not in kept:
            kept[one.address] = one
            if len(kept) == MOST:
                break
    return list(kept.values())


def read_addresses(header: str) -> Iterator[tuple[str | None, str]]:
    """Names and addresses of a header that breaks the grammar; linear in its length.

    Groups are flattened, addresses without angle brackets taken where they hold an '@' or are X.500
    names; what is neither is left out.
    """
    piece: list[str] = []
    header = _COMMA.sub(r"\1, \2", header[:200_000])
    for match in _PIECE.finditer(header):
        token = match[0]
        if token in {",", ";"}:
            yield from _mailbox("".join(piece))
            piece = []
            continue
        piece.append(token)
        if token[0] == "<" and _is_address(token):  # commas may be forgotten
            yield from _mailbox("".join(piece))
            piece = []
    yield from _mailbox("".join(piece))


def _mailbox(piece: str) -> Iterator[tuple[str | None, str]]:
    if not _is_address(piece):
        return
    if angle := _ANGLE.search(piece):
        name = piece[: angle.start()]
        if _is_address(angle[1]):
            yield _GROUP.sub("", name), angle[1]
        elif found := _BARE.search(name):
            yield None, found[0]
    elif found := _BARE.search(piece):
        yield _GROUP.sub("", piece[: found.start()]), found[0]
    else:
        yield None, piece


def _is_address(piece: str) -> bool:
    return "@" in piece or is_x500(piece)
