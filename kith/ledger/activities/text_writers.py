"""Verbs on what was written in mails: texts are kept apart from the mails themselves."""

import json
from collections.abc import Mapping

from kith.ledger import bulk
from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.activities.models import ActivityText
from kith.ledger.guard import writer
from kith.ledger.imports.writers import restamp
from kith.ledger.rights.models import Mailbox, User
from kith.terms.words import Level


@writer
def insert_texts(
    mails: Mapping[int, IncomingMail],
    mailbox: Mailbox,
    *,
    actor: User | None,
) -> None:
    """Keeps the texts of mails that have none yet, as far as the mailbox keeps any."""
    if mailbox.keep < Level.FULL:
        return
    bulk.insert(
        ActivityText,
        [
            "activity_id", "text", "new_from", "new_until", "quoted_within", "asks_from",
            "asks_until",
        ],
        [
            (
                pk, mail.text, mail.new_from, mail.new_until,
                json.dumps(mail.quoted_within) if mail.quoted_within else "[]",  # none, mostly
                mail.asks_from, mail.asks_until,
            )
            for pk, mail in mails.items()
        ],
    )  # fmt: skip


@writer
def fill_in(mails: Mapping[int, IncomingMail], mailbox: Mailbox, *, actor: User | None) -> None:
    """Gives mails the words they lack and the mailbox keeps. They must be out of the index."""
    bulk.update(
        "UPDATE ledger_activity SET subject = %s WHERE id = %s AND subject = ''",
        [(mail.subject, pk) for pk, mail in mails.items()],
    )
    if mailbox.keep < Level.FULL:
        return
    kept = {
        pk
        for (pk,) in bulk.select_in(
            "SELECT activity_id FROM ledger_activitytext WHERE activity_id IN ({values})", mails
        )
    }
    read = {pk: mail for pk, mail in mails.items() if pk not in kept}
    insert_texts(read, mailbox, actor=actor)
    telling = {pk: mail for pk, mail in read.items() if mail.asks or mail.says}
    bulk.update(
        "UPDATE ledger_activity SET asks = %s, says = %s WHERE id = %s",
        [(mail.asks, mail.says, pk) for pk, mail in telling.items()],
    )
    days = {
        day
        for mail in telling.values()
        for day in (mail.owner_day, *(row[3] for row in mail.parties))
    }
    restamp([("touches", day.year) for day in days if day], actor=actor)
