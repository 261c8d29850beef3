"""Verbs that cross the ledger's subjects: setting a firm up, and a chunk of mail as one whole."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings

from kith.ledger import bulk
from kith.ledger.activities.claims import Owner
from kith.ledger.activities.openness import has_account
from kith.ledger.activities.writers import Recorded, record_mails
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.writers import Advance, advance, restamp
from kith.ledger.people.erased_readers import count_erased
from kith.ledger.people.writers import Reached, meet
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.rights.readers import mailbox_owner
from kith.ledger.rights.writers import (
    choose_language,
    found_firm,
    invite,
    open_mailbox,
    set_password,
)
from kith.ledger.search.audience import audience
from kith.ledger.search.writers import Indexed, index, reindex
from kith.ledger.whole.chunk import MailChunk
from kith.ledger.whole.level_writers import fill
from kith.terms.errors import BadInput, Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Level, Role


class SomebodyErased(Refused):
    """What was read of a source must be read again: it may speak of somebody erased since."""

    code = "somebody_erased"


@writer
def set_up(
    *, actor: User | None, company: str, domains: Iterable[str], email: str, name: str,
    password: str | None, currency: str, zone: str, language: str, is_demo: bool = False,
    clock: date | None = None,
) -> User:  # fmt: skip
    """The firm and its first user, a manager, who is shown the pages in `language` ('': in that of
    their browser). Raises Refused where there is a firm already."""
    found_firm(
        actor=actor, name=company, domains=domains, zone=zone, currency=currency,
        language=language or settings.LANGUAGE_CODE, is_demo=is_demo, clock=clock,
    )  # fmt: skip
    restamp([("rates", 0)], actor=actor)  # its own currency has a rate, of 1
    user = invite(email, name, Role.MANAGER, actor=actor)
    if language:
        choose_language(user, language, actor=actor)
    if password:
        set_password(user, password, actor=actor)
    return user


@writer
def open_for(
    address: str, *, keep: Level | None, share: Level | None, actor: User | None
) -> Mailbox:
    """The mailbox of that address, with an invited colleague as its owner where it has none yet.

    Raises BadInput for what is no mail address, Refused as `open_mailbox` does: nobody is invited
    then.
    """
    name, _, host = address.strip().rpartition("@")
    if not name or not host:
        raise BadInput(f"{address} is no mail address.", cure="Name the owner's: you@example.com")
    owner = mailbox_owner(address) or invite(address, "", Role.REPRESENTATIVE, actor=actor)
    return open_mailbox(owner, address, actor=actor, keep=keep, share=share)


@writer
def record_chunk(
    chunk: MailChunk, owner: Owner, mailbox: Mailbox, batch: Batch, *, actor: User | None
) -> Recorded:
    """One chunk: people, mails, threads, texts, arrivals, index, stamps and the cursor, or nothing.

    Killed before its end it leaves no trace, and the batch goes on from the cursor before it.
    Raises SomebodyErased where the chunk was prepared before somebody was erased.
    """
    bulk.take_turn()
    if count_erased() != chunk.erased:
        raise SomebodyErased(
            gettext_noop("Somebody was erased meanwhile."),
            cure=gettext_noop("Start the import again."),
        )
    reached = meet(chunk.people, batch, actor=actor)
    recorded = record_mails(chunk.mails, reached, owner, mailbox, batch, actor=actor)
    _index(recorded, reached, mailbox, actor)
    known = {pk: mail for pk, mail in recorded.seen if pk not in recorded.new}
    fill(known, mailbox, actor=actor)
    advance(
        batch,
        Advance(
            cursor=chunk.cursor,
            read=chunk.items,
            kept=len(recorded.new),
            seen=len(recorded.seen),
            bytes_done=chunk.bytes_done,
        ),
        chunk.left_out,
        actor=actor,
    )
    return recorded


def _index(
    recorded: Recorded, reached: Mapping[str, Reached], mailbox: Mailbox, actor: User | None
) -> None:
    """New mails enter the index with this mailbox's levels; ones also held elsewhere widen."""
    if mailbox.keep >= Level.SUBJECT:
        private, open_ = (audience([mailbox], has_account=known) for known in (False, True))
        index(
            [
                Indexed(
                    pk,
                    mail.subject,
                    mail.text if mailbox.keep >= Level.FULL else "",
                    *(open_ if has_account(mail, reached) else private),
                )
                for pk, mail in recorded.new.items()
            ],
            actor=actor,
        )
    if recorded.new_here and mailbox.keep >= Level.SUBJECT:
        reindex(_widened(recorded, reached, mailbox), actor=actor)


def _widened(recorded: Recorded, reached: Mapping[str, Reached], mailbox: Mailbox) -> list[Indexed]:
    """How mails that this mailbox now holds too shall stand in the index."""
    boxes = Mailbox.objects.in_bulk({box for held in recorded.before.values() for box in held})
    boxes[mailbox.pk] = mailbox
    return [
        _as_held(
            pk,
            subject,
            text,
            [boxes[box] for box in {*recorded.before.get(pk, ()), mailbox.pk}],
            has_account(recorded.new_here[pk], reached),
        )
        for pk, subject, text in bulk.select_in(
            "SELECT a.id, a.subject, t.text FROM ledger_activity a"
            " LEFT JOIN ledger_activitytext t ON t.activity_id = a.id WHERE a.id IN ({values})",
            recorded.new_here,
        )
    ]


def _as_held(pk: int, subject: str, text: str | None, held: list[Mailbox], open_: bool) -> Indexed:  # noqa: FBT001
    """The index row of a mail that just these mailboxes hold: they say what of it is stored."""
    keeps_text = any(box.keep >= Level.FULL for box in held)
    return Indexed(
        pk, subject, (text or "") if keeps_text else "", *audience(held, has_account=open_)
    )
