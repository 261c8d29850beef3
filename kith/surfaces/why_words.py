"""What became of a mail, in words: the same on the page and on the command line."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_lazy, gettext_noop

from kith.ledger.imports.models import LeftOut
from kith.ledger.whole.why import Reason

COUNTED = gettext_noop("counted")

_REASONS: Mapping[Reason, str] = {
    Reason.COUNTED: COUNTED,
    Reason.UNDATED: gettext_noop("without a believable date"),
    Reason.LIST: gettext_noop("from a mailing list, or sent in bulk"),
    Reason.ROBOT: gettext_noop("written by a machine"),
    Reason.RECEIPT: gettext_noop("a receipt: delivered, or read"),
    Reason.ABSENCE: gettext_noop("an out-of-office answer"),
    Reason.BOUNCE: gettext_noop("a report that mail could not be delivered"),
    Reason.MASS: gettext_noop("sent to more than ten people outside, or to nobody by name"),
    Reason.INTERNAL: gettext_noop("among colleagues"),
    Reason.PRIVATE: gettext_noop("private: nobody outside in it belongs to an account"),
    Reason.COPIES: gettext_noop(
        "only copied: nobody of ours and nobody of theirs spoke to the other"
    ),
}
_CODES: Mapping[str, str] = {
    LeftOut.REFUSED: gettext_noop("could not be read"),
    LeftOut.BLOCKED: gettext_noop("blocked"),
    LeftOut.DELETED: gettext_noop("deleted in the mail program"),
    LeftOut.ERASED: gettext_noop("somebody in it was erased"),
    LeftOut.UNDONE: gettext_noop("its import was undone"),
}
# Why there is no believable date, as the source says it.
_DATES = (
    gettext_noop("no date"),
    gettext_noop("unreadable date"),
    gettext_noop("date before 1990"),
    gettext_noop("date in the future"),
    gettext_noop("date after its receipt"),
)
CHECK = (
    gettext_lazy("Was its folder in the file, or the archive, that was imported?"),
    gettext_lazy("Was it written or received before the day on which that file was made?"),
    gettext_lazy("Does it lie in the mailbox of a colleague who has not imported theirs yet?"),
    gettext_lazy("Is the Message-ID whole? It stands in the mail's source, between < and >."),
)


def counts_as(reason: Reason, undated_because: str = "") -> str:
    """What a mail that is here counts as; what is wrong with its date, where that is the reason."""
    words = gettext(_REASONS[reason])
    if reason is Reason.UNDATED and undated_because:
        return f"{words} ({gettext(undated_because)})"
    return words


def left_out_as(code: str) -> str:
    """Why one is not here."""
    return gettext(_CODES.get(code, code))
