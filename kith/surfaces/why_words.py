"""What became of a mail, in words: the same on the page and on the command line."""

from collections.abc import Mapping

from kith.ledger.imports.models import LeftOut
from kith.ledger.whole.why import Reason

COUNTED = "counted"

_REASONS: Mapping[Reason, str] = {
    Reason.COUNTED: COUNTED,
    Reason.UNDATED: "without a believable date",
    Reason.LIST: "from a mailing list, or sent in bulk",
    Reason.ROBOT: "written by a machine",
    Reason.RECEIPT: "a receipt: delivered, or read",
    Reason.ABSENCE: "an out-of-office answer",
    Reason.BOUNCE: "a report that mail could not be delivered",
    Reason.MASS: "sent to more than ten people outside, or to nobody by name",
    Reason.INTERNAL: "among colleagues",
    Reason.PRIVATE: "private: nobody outside in it belongs to an account",
    Reason.COPIES: "only copied: nobody of ours and nobody of theirs spoke to the other",
}
_CODES: Mapping[str, str] = {
    LeftOut.REFUSED: "could not be read",
    LeftOut.BLOCKED: "blocked",
    LeftOut.DELETED: "deleted in the mail program",
    LeftOut.ERASED: "somebody in it was erased",
    LeftOut.UNDONE: "its import was undone",
}
CHECK = (
    "Was its folder in the file, or the archive, that was imported?",
    "Was it written or received before the day on which that file was made?",
    "Does it lie in the mailbox of a colleague who has not imported theirs yet?",
    "Is the Message-ID whole? It stands in the mail's source, between < and >.",
)


def counts_as(reason: Reason) -> str:
    """What a mail that is here counts as."""
    return _REASONS[reason]


def left_out_as(code: str) -> str:
    """Why one is not here."""
    return _CODES.get(code, code)
