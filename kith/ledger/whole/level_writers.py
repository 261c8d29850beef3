"""A change of a mailbox's levels, and what follows from it for mail that is stored already."""

from kith.ledger.guard import writer
from kith.ledger.imports.batch_readers import importing_into
from kith.ledger.rights.level_writers import set_levels
from kith.ledger.rights.models import Mailbox, User
from kith.terms.errors import Refused
from kith.terms.words import Level


@writer
def change_levels(mailbox: Mailbox, *, keep: Level, share: Level, actor: User | None) -> Mailbox:
    """As `set_levels`; raises Refused while mail comes in: it follows the levels it began with."""
    if importing_into(mailbox):
        raise Refused(
            f"An import into {mailbox.address} is under way.", cure="Wait for its end, or stop it."
        )
    return set_levels(mailbox, keep=keep, share=share, actor=actor)
