"""Who was seen in evidence, before it is known whether the ledger knows them."""

from typing import NamedTuple


class Sighted(NamedTuple):
    """An address seen in evidence. `ours`: a colleague's; `domain`: its organisation's, if any."""

    address: str
    name: str
    ours: bool
    domain: str | None
