"""Mail that is not to enter: of a blocked domain, or under a blocked label. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kith.terms.records import MailRecord, Refusal

BLOCKED = "blocked"
_BETWEEN = re.compile(r"[/\\.]")


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a mailbox lets nothing in of; folded, as the ledger keeps it. False where that is none.

    A domain blocks its subdomains too, a label those below it: `private` also `Private/Family`.
    """

    domains: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.domains or self.labels)

    def refusal(self, record: MailRecord, outside: Iterable[str]) -> Refusal | None:
        """Why the mail does not enter, None where it may. `outside`: its outside addresses."""
        if reason := self._domain(outside) or self._label(record):
            return Refusal(
                record.position,
                reason,
                BLOCKED,
                record.message_id,
                record.sent_at,
                tuple(party.address for _, party in record.parties),
            )
        return None

    def _domain(self, outside: Iterable[str]) -> str:
        for address in outside if self.domains else ():
            for domain in _and_above(address.rpartition("@")[2]):
                if domain in self.domains:
                    return f"Mail with {domain} is blocked."
        return ""

    def _label(self, record: MailRecord) -> str:
        for label in (*record.labels, record.folder) if self.labels else ():
            for folded in _label_and_above(label):
                if folded in self.labels:
                    return f"Mail under the label or in the folder {folded} is blocked."
        return ""


@lru_cache(maxsize=65_536)
def _and_above(host: str) -> tuple[str, ...]:
    """`mail.client.example`: itself, `client.example`, `example`."""
    parts = host.split(".")
    return tuple(".".join(parts[i:]) for i in range(len(parts)))


@lru_cache(maxsize=4_096)
def _label_and_above(label: str) -> tuple[str, ...]:
    """`Private/Family`: `private/family`, and the names it is made of: labels nest, folders too."""
    return tuple(dict.fromkeys(_names(" ".join(label.casefold().split()))))


def _names(folded: str) -> Iterator[str]:
    yield folded
    yield from (name for part in _BETWEEN.split(folded) if (name := part.strip()))
