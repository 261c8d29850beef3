"""What a machine's mail says about addresses: they bounce, their person is away or left. Pure."""

from datetime import date

from kith.ledger.activities.incoming import AWAY, BOUNCED, LEFT, IncomingNotice
from kith.reading.absence import absence
from kith.reading.bounces import gone
from kith.reading.leaving import left
from kith.terms.records import MailRecord
from kith.terms.words import Sort

NOTICING = frozenset((Sort.BOUNCE, Sort.ABSENCE))
NAME = 300
_ANY_DAY = date(2000, 1, 1)  # successors are read without a day, returns are not


def noticed(
    record: MailRecord, sender: str, text: str, day: date | None
) -> tuple[IncomingNotice, ...]:
    """The notices of a bounce or an out-of-office answer.

    `text`: as much of it as the mailbox keeps: what is not kept is not read. A delivery report is
    no text: it counts at every level. `day`: on which it was said; without it no day of return.
    """
    if record.sort is Sort.BOUNCE:
        failed = record.gone or tuple(address for address, _ in gone(text))
        own = {party.address for _, party in record.parties}
        return tuple(IncomingNotice(BOUNCED, address) for address in failed if address not in own)
    if not text or not sender:
        return ()
    said = absence(text, day or _ANY_DAY)
    successor = said.successor[:NAME] if said.successor != sender else ""
    if left(text):
        return (IncomingNotice(LEFT, sender, None, successor),)
    return (IncomingNotice(AWAY, sender, said.until if day else None, successor),)
