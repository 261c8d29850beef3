"""How a mail domain is written down, whoever typed it."""

from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

LONGEST = 253  # characters of a host's name in the domain name system


def folded_domain(value: str) -> str:
    """`*.Example.com`, `Anna@example.com` -> `example.com`. Raises BadInput for no domain."""
    folded = value.strip().casefold().rpartition("@")[2].removeprefix("*.").strip(".")
    if "." not in folded or len(folded) > LONGEST or any(c.isspace() or c in "/,;" for c in folded):
        raise BadInput(
            gettext_noop("“{domain}” is no domain."),
            cure=gettext_noop("Write it as example.com."),
            domain=value.strip()[:80],
        )
    return folded
