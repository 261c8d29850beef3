"""What of a mail colleagues may see. Pure."""

from collections.abc import Mapping

from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.people.writers import Reached
from kith.ledger.rights.models import Mailbox
from kith.terms.words import Direction, Level


def has_account(mail: IncomingMail, reached: Mapping[str, Reached]) -> bool:
    """Whether anyone outside belongs to an account that is neither private nor noise; else the mail
    is its owners' alone."""
    if mail.direction is Direction.INTERNAL:
        return False
    return any(reached[address].is_open for address, *_ in mail.parties)


def open_level(mail: IncomingMail, reached: Mapping[str, Reached], mailbox: Mailbox) -> int:
    """What colleagues see of it: the mailbox's share, or nothing of a private one."""
    return mailbox.share if has_account(mail, reached) else Level.NOTHING
