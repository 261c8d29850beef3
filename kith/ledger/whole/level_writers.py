"""A change of a mailbox's levels, and what follows from it for mail that is stored already."""

from collections.abc import Mapping

from kith.ledger import bulk
from kith.ledger.activities.hold_writers import hold_only
from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.activities.text_writers import fill_in
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import held_after, held_by_all
from kith.ledger.imports.batch_readers import importing_into
from kith.ledger.rights.level_writers import set_levels, settle_until
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.rights.readers import levels_were_changed
from kith.ledger.search.writers import index, unindex
from kith.ledger.threads.again_writers import thread_again
from kith.ledger.threads.readers import linked, message_keys
from kith.ledger.whole.held import as_held, holders_among, linkable
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Level


@writer
def change_levels(mailbox: Mailbox, *, keep: Level, share: Level, actor: User | None) -> Mailbox:
    """As `set_levels`; raises Refused while mail comes in: it follows the levels it began with."""
    if importing_into(mailbox):
        raise Refused(
            gettext_noop("An import into {mailbox} is under way."),
            cure=gettext_noop("Wait for its end, or stop it."),
            mailbox=mailbox.address,
        )
    return set_levels(mailbox, keep=keep, share=share, actor=actor)


@writer
def settle_mails(mailbox: Mailbox, most: int, *, actor: User | None) -> int:
    """Lets the next mails follow the levels of the mailboxes that hold them: openness, subject and
    text, thread, index. Returns how many; 0 where all do.

    Killed before its end it leaves no trace; the next call goes on from `settled_until`.
    """
    bulk.take_turn()
    box = Mailbox.objects.select_for_update().get(pk=mailbox.pk)
    if box.settled_until is None:
        return 0
    ids = held_after(box.pk, box.settled_until, most)
    if not ids:
        return 0
    held = held_by_all(ids)
    known = holders_among({pk for each in held.values() for pk in each.mailboxes})
    unindex(ids, actor=actor)
    unlinked = {
        pk: lost for pk, kinds in linked(ids).items() if (lost := kinds - linkable(held[pk], known))
    }
    thread_again(message_keys(unlinked), unlinked, actor=actor)
    hold_only(held, known, None, actor=actor)
    index(as_held(held, known), actor=actor)
    settle_until(box, ids[-1], before=box.settled_until, actor=actor)
    return len(ids)


@writer
def fill(mails: Mapping[int, IncomingMail], mailbox: Mailbox, *, actor: User | None) -> None:
    """Gives mails that were here before the words which the mailbox has come to keep since.

    Nothing where no levels were ever changed: every mailbox then has the words it keeps.
    """
    if not mails or mailbox.keep < Level.SUBJECT or not levels_were_changed():
        return
    lacking = {
        pk: mails[pk]
        for pk, subject, kept in bulk.select_in(
            "SELECT a.id, a.subject, t.activity_id FROM ledger_activity a"
            " LEFT JOIN ledger_activitytext t ON t.activity_id = a.id WHERE a.id IN ({values})",
            mails,
        )
        if (mails[pk].subject and not subject) or (kept is None and mailbox.keep >= Level.FULL)
    }
    if not lacking:
        return
    held = held_by_all(lacking)
    known = holders_among({pk for each in held.values() for pk in each.mailboxes})
    unindex(sorted(lacking), actor=actor)
    fill_in(lacking, mailbox, actor=actor)
    index(as_held(held, known), actor=actor)
