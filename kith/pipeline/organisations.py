"""Which organisation an address belongs to: ours, an outside one, or nobody's. Pure."""

from dataclasses import dataclass, field
from functools import lru_cache

from publicsuffixlist import PublicSuffixList

from kith.pipeline.free_mail import FREE_MAIL

LONGEST = 253  # characters of a host's name in the domain name system

KEPT = 65_536  # answers kept of one kind: an import's memory stays flat
_SUFFIXES = PublicSuffixList(accept_unknown=True)


@lru_cache(maxsize=KEPT)
def registrable(host: str) -> str | None:
    """`mail.sales.example.co.uk` -> `example.co.uk`; None for a bare suffix or a local name."""
    domain = _SUFFIXES.privatesuffix(host.strip(".").casefold())
    return str(domain) if domain else None


@dataclass(frozen=True, slots=True)
class OurDomains:
    """Who is ours: whoever writes from the firm's domains, and the owners of its mailboxes.

    A host without a dot can only be inside the house's network. A mailbox may lie elsewhere: the
    owner of a small firm writes from where they always did.
    """

    domains: frozenset[str]
    mailboxes: frozenset[str] = frozenset()
    _roots: frozenset[str] = field(init=False)
    _known: dict[str, bool] = field(init=False, default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_roots", frozenset(filter(None, map(registrable, self.domains))) | self.domains
        )

    def holds(self, address: str) -> bool:
        """Asked for every address of every mail, mostly the same ones: answers are kept."""
        known = self._known.get(address)
        if known is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            known = self._known[address] = self._holds(address)
        return known

    def _holds(self, address: str) -> bool:
        if address in self.mailboxes:
            return True
        host = address.rpartition("@")[2]
        return "." not in host or host in self.domains or registrable(host) in self._roots


def outside_domain(address: str) -> str | None:
    """The domain that stands for the sender's organisation; None where it says nothing.

    Free mail says nothing, and what is longer than a host's name may be is no domain.
    """
    domain = registrable(address.rpartition("@")[2])
    return None if domain is None or domain in FREE_MAIL or len(domain) > LONGEST else domain
