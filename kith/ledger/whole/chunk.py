"""Some mails of a batch, decided upon, as they are recorded in one transaction."""

from collections.abc import Sequence
from typing import NamedTuple

from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.imports.left_out import LeftOutMail
from kith.ledger.people.sighted import Sighted
from kith.terms.records import Refusal


class MailChunk(NamedTuple):
    """Mails, everyone in them (each address once), what was refused, and how far this brings us.

    `cursor`: the position of the last item; `bytes_done`: bytes of the source read for the chunk.
    `left_out`: items that do not enter. `erased`: how many hashes of erased people were known then.
    """

    people: list[Sighted]
    mails: list[IncomingMail]
    refused: list[Refusal]
    cursor: str
    bytes_done: int
    left_out: Sequence[LeftOutMail] = ()
    erased: int = 0
