"""Verbs on a mailbox's levels, after it was opened."""

from kith.ledger.guard import writer
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.rights.writers import note
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Level


@writer
def set_levels(mailbox: Mailbox, *, keep: Level, share: Level, actor: User | None) -> Mailbox:
    """Changes how much is kept, and how much colleagues see. What is stored already follows later,
    a chunk at a time (`settled_until`); readers heed what is stored, so it shows bit by bit.

    Raises Refused where `share` would be more than `keep`.
    """
    if share > keep:
        raise Refused(
            gettext_noop("Colleagues cannot be shown more than is kept."),
            cure=gettext_noop("Keep more or show less."),
        )
    box = Mailbox.objects.select_for_update().get(pk=mailbox.pk)
    before = {"keep": int(box.keep), "share": int(box.share)}
    if (box.keep, box.share) == (keep, share):
        return box
    box.keep, box.share, box.settled_until = keep, share, 0
    box.save(update_fields=["keep", "share", "settled_until"])
    after = {"keep": int(keep), "share": int(share)}
    note("set_levels", "mailbox", box.pk, actor=actor, old=before, new=after)
    return box


@writer
def settle_until(
    mailbox: Mailbox,
    activity_id: int | None,
    *,
    before: int,
    actor: User | None,
) -> None:
    """How far the stored mails follow the levels; None: all of them do.

    `before`: how far they did. If that is no longer so, the levels were changed anew meanwhile, and
    all of it begins again.
    """
    Mailbox.objects.filter(pk=mailbox.pk, settled_until=before).update(settled_until=activity_id)
