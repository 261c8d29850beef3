"""Erased people, as keyed hashes: whoever is met can be asked for, nobody can be read. Pure.

Nothing here may import Django: the process that parses mail does without.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field

from kith.ledger.people.names import fold

KEPT = 65_536  # answers kept of one kind: an import's memory stays flat


def address_key(secret: bytes, address: str) -> bytes:
    """HMAC-SHA256 of an address, whatever its case."""
    folded = address.strip().casefold().encode("utf-8", "surrogatepass")
    return hmac.digest(secret, b"address\0" + folded, "sha256")


def name_key(secret: bytes, one: str, other: str) -> bytes:
    """HMAC-SHA256 of two words of a name, whatever their order, case and accents."""
    pair = "\0".join(sorted((fold(one), fold(other)))).encode("utf-8", "surrogatepass")
    return hmac.digest(secret, b"name\0" + pair, "sha256")


def name_keys(secret: bytes, words: list[str]) -> Iterator[bytes]:
    """By which a full name is known again: first and last word, and the last two."""
    if len(words) > 1:
        yield name_key(secret, words[0], words[-1])
        yield name_key(secret, words[-2], words[-1])


@dataclass(frozen=True, slots=True)
class ErasedPeople:
    """Everybody who was erased. `secret` is derived from the ledger's own."""

    secret: bytes
    keys: frozenset[bytes]
    _addresses: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    _names: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False, repr=False)

    def has_address(self, address: str) -> bool:
        """Asked for every address of every mail, mostly the same ones: answers are kept."""
        known = self._addresses.get(address)
        if known is None:
            if len(self._addresses) >= KEPT:
                self._addresses.clear()
            known = self._addresses[address] = address_key(self.secret, address) in self.keys
        return known

    def has_name(self, one: str, other: str) -> bool:
        """Whether somebody erased was called so."""
        known = self._names.get((one, other))
        if known is None:
            if len(self._names) >= KEPT:
                self._names.clear()
            known = self._names[one, other] = name_key(self.secret, one, other) in self.keys
        return known
