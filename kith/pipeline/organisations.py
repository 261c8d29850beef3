"""Which organisation an address belongs to: ours, an outside one, or nobody's. Pure."""

from dataclasses import dataclass, field
from functools import lru_cache

from publicsuffixlist import PublicSuffixList

from kith.pipeline.free_mail import FREE_MAIL

LONGEST = 253  # characters of a host's name in the domain name system

_SUFFIXES = PublicSuffixList(accept_unknown=True)


@lru_cache(maxsize=65_536)
def registrable(host: str) -> str | None:
    """`mail.sales.example.co.uk` -> `example.co.uk`; None for a bare suffix or a local name."""
    domain = _SUFFIXES.privatesuffix(host.strip(".").casefold())
    return str(domain) if domain else None


@dataclass(frozen=True, slots=True)
class OurDomains:
    """The firm's own mail domains. A host without a dot can only be inside the house's network."""

    domains: frozenset[str]
    _roots: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_roots", frozenset(filter(None, map(registrable, self.domains))) | self.domains
        )

    def holds(self, address: str) -> bool:
        host = address.rpartition("@")[2]
        return "." not in host or host in self.domains or registrable(host) in self._roots


def outside_domain(address: str) -> str | None:
    """The domain that stands for the sender's organisation; None where it says nothing.

    Free mail says nothing, and what is longer than a host's name may be is no domain.
    """
    domain = registrable(address.rpartition("@")[2])
    return None if domain is None or domain in FREE_MAIL or len(domain) > LONGEST else domain
