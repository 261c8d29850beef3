"""Which account a new customer of the books is. Pure but for what it is given."""

from collections.abc import Iterator

from kith.ledger.people.firm_names import FirmNames, firm_key
from kith.ledger.people.names import fold
from kith.ledger.trade.incoming import SaidCustomer

SHORTEST = 3  # letters of a name by which an account is known again


class Places:
    """Places customers one after the other; those that come later find the accounts made before.

    `domains`: accounts by domain; `where`: countries of the accounts that are there; `ids`: for new
    ones. `made`: ids and names of the new; `doubtful`: by customer's key, who it may be as well.
    """

    def __init__(
        self, names: FirmNames, domains: dict[str, int], where: dict[int, str], ids: Iterator[int]
    ) -> None:
        self._names, self._domains, self._where, self._ids = names, domains, where, ids
        self.made: list[tuple[int, str]] = []
        self.doubtful: dict[str, int] = {}

    def place(self, key: str, customer: SaidCustomer) -> int:
        """The account of its name, where just one bears it and may lie in its country; else of its
        domain, where no other bears its name; else one of its own."""
        own = firm_key(customer.name) if customer.name else ""
        same = [pk for pk in self._names.called(own) if pk in self._where]
        if len(same) == 1 and len(own) >= SHORTEST and self._may_lie(same[0], customer.country):
            account = same[0]
        elif customer.domain in self._domains and not same:
            account = self._domains[customer.domain]
        else:
            account = self._make(customer)
            alike = [pk for pk in self._names.like(own) if pk in self._where] if own else []
            if other := next(iter([*same, *alike]), None):
                self.doubtful[key] = other
        self._names.add(account, own)
        self._where[account] = self._where.get(account) or customer.country
        if customer.domain:
            self._domains.setdefault(customer.domain, account)
        return account

    def _make(self, customer: SaidCustomer) -> int:
        pk = next(self._ids)
        self.made.append((pk, customer.name or customer.domain or customer.number))
        return pk

    def _may_lie(self, account: int, country: str) -> bool:
        here = self._where[account]
        return not here or not country or fold(here) == fold(country)
