"""Who may find a mail: tokens that stand beside its words in the index. Pure."""

from collections.abc import Iterable

from kith.ledger.rights.models import Mailbox
from kith.terms.words import Level

EVERYONE = "everyone"


def audience(held_in: Iterable[Mailbox], *, has_account: bool) -> tuple[str, str]:
    """Tokens for subject and body: `m12` for the owner of mailbox 12, `everyone` where shared.

    A mail with nobody outside who has an account is its owners' alone, whatever they share.
    """
    boxes = sorted(held_in, key=lambda box: box.pk)

    def seeing(level: Level) -> str:
        tokens = [f"m{box.pk}" for box in boxes if box.keep >= level]
        if has_account and any(box.share >= level for box in boxes):
            tokens.insert(0, EVERYONE)
        return " ".join(tokens)

    return seeing(Level.SUBJECT), seeing(Level.FULL)
