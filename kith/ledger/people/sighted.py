"""Who was seen in evidence, before it is known whether the ledger knows them."""

from typing import NamedTuple, Self

from kith.ledger.people.names import better_name, person_name


class Sighted(NamedTuple):
    """An address seen in evidence. `ours`: a colleague's; `domain`: its organisation's, if any."""

    address: str
    name: str
    ours: bool
    domain: str | None

    def also(self, name: str) -> Self:
        """With another name seen beside the address: the fuller one stays."""
        if name == self.name:
            return self
        return self._replace(name=better_name(person_name(self.name), person_name(name)))
