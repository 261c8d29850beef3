"""Keys by which a sheet's rows speak of the same customer, product or list. Pure."""

from functools import lru_cache

from kith.ledger.people.firm_names import firm_key
from kith.ledger.people.names import fold
from kith.ledger.trade.incoming import SaidCustomer
from kith.pipeline.organisations import outside_domain

KEPT = 65_536  # answers kept of one kind: an import's memory stays flat
KEY = 128  # characters of a number, folded
MATCHES = ("number", "name", "domain")


@lru_cache(maxsize=KEPT)
def number_key(number: str) -> str:
    """A number of an invoice, customer or product, whatever its case and accents."""
    return fold(number)[:KEY]


def product_key(number: str | None, name: str | None) -> str:
    """A product goes by its number, else by its name; '' where a row names none."""
    return number_key(number or name or "")


@lru_cache(maxsize=KEPT)
def customer(
    number: str, name: str, domain: str, country: str, match: str
) -> tuple[str, SaidCustomer]:
    """A customer as a row names it, and the key it goes by: what is matched by first, where the row
    says it, else number, name, domain; '' where it names nobody."""
    said = SaidCustomer(number, name, host(domain), country)
    keys = {
        "number": number_key(number) if number else "",
        "name": f"~{firm_key(name)}" if name else "",
        "domain": f"@{said.domain}" if said.domain else "",
    }
    order = sorted(MATCHES, key=lambda by: by != match)
    return next((keys[by] for by in order if keys[by]), ""), said


def host(text: str) -> str:
    """The domain of an organisation by its website or a mail address; '' for free mail."""
    bare = text.strip().casefold().rpartition("://")[2].partition("/")[0].rpartition("@")[2]
    return outside_domain(f"x@{bare}") or "" if bare else ""
