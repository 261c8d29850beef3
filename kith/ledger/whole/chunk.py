"""Some mails of a batch, decided upon, as they are recorded in one transaction."""

from typing import NamedTuple

from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.people.sighted import Sighted
from kith.terms.records import Refusal


class MailChunk(NamedTuple):
    """Mails, everyone in them (each address once), what stays outside, and how far this brings us.

    `cursor`: the position of the last item; `bytes_done`: bytes of the source read for the chunk.
    `erased`: how many hashes of erased people were known then.
    """

    people: list[Sighted]
    mails: list[IncomingMail]
    left_out: list[Refusal]
    cursor: str
    bytes_done: int
    erased: int = 0
