"""Records what happened: mails of a chunk, new ones and ones another mailbox already held."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.activities.arriving import Holding, arriving, doubles
from kith.ledger.activities.claims import Owner, Present, claim
from kith.ledger.activities.holdings import holdings
from kith.ledger.activities.incoming import IncomingMail, IncomingParty
from kith.ledger.activities.models import Activity, Participant
from kith.ledger.activities.notice_writers import meet_awaited, take_notice
from kith.ledger.activities.openness import open_level
from kith.ledger.activities.text_writers import insert_texts
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import KEY, SENT
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.imports.undo_writers import arrive_as
from kith.ledger.imports.writers import arrive, restamp
from kith.ledger.people.writers import Reached
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.threads.readers import KnownKey, known_keys
from kith.ledger.threads.writers import Threadable, thread
from kith.terms.words import Direction, Kind, Level, Part, Side


@dataclass(slots=True)
class Recorded:
    """What became of a chunk.

    - `new`: activities added, by id. `seen`: mails that were there already, or twice in the chunk.
    - `new_here`: known ones that this mailbox had not held; `before`: which mailboxes held them.
    - `changed`: known ones whose people now count otherwise, or of which more is now known.
    """

    new: dict[int, IncomingMail] = field(default_factory=dict)
    seen: list[tuple[int, IncomingMail]] = field(default_factory=list)
    new_here: dict[int, IncomingMail] = field(default_factory=dict)
    before: dict[int, set[int]] = field(default_factory=dict)
    changed: list[int] = field(default_factory=list)

    def mails(self) -> Iterator[tuple[int, IncomingMail]]:
        """Every mail of the chunk with its activity's id, doubles included."""
        yield from self.new.items()
        yield from self.seen


@writer
def record_mails(
    mails: Sequence[IncomingMail],
    reached: Mapping[str, Reached],
    owner: Owner,
    mailbox: Mailbox,
    batch: Batch,
    *,
    actor: User | None,
) -> Recorded:
    """Adds new mails with their people, threads and text; lets known ones be held here as well."""
    recorded, keys = _tell_new_from_known(mails)
    threads = thread(
        [_threadable(pk, mail) for pk, mail in recorded.new.items()],
        [_threadable(pk, mail) for pk, mail in recorded.seen],
        keys,
        actor=actor,
    )
    _insert_activities(recorded.new, reached, threads, mailbox)
    insert_texts(recorded.new, mailbox, actor=actor)
    _insert_participants(recorded.new, reached, owner)
    arrive(batch, [(Arrival.ACTIVITY, pk, Arrival.CREATED) for pk in recorded.new], actor=actor)
    _hold_known(recorded, keys, reached, owner, mailbox, batch, actor)
    meet_awaited(reached, actor=actor)
    take_notice(dict(recorded.mails()), actor=actor)
    restamp(_years(recorded), actor=actor)
    return recorded


def _tell_new_from_known(mails: Sequence[IncomingMail]) -> tuple[Recorded, dict[bytes, KnownKey]]:
    """A mail is known by its Message-ID, or by its content under another Message-ID."""
    keys = known_keys(k for mail in mails for k in (mail.message_key, *mail.reference_keys) if k)
    contents = {
        bytes(key): pk
        for key, pk in bulk.select_in(
            "SELECT content_key, id FROM ledger_activity WHERE content_key IN ({values})",
            {mail.content_key for mail in mails},
        )
    }
    by_message = {key: known.activity_id for key, known in keys.items() if known.activity_id}
    recorded, ids = Recorded(), bulk.new_ids(Activity, len(mails))
    for mail in mails:
        pk = by_message.get(mail.message_key or b"") or contents.get(mail.content_key)
        if pk is None:
            pk = next(ids)
            recorded.new[pk] = mail
        else:
            recorded.seen.append((pk, mail))
            if mail.by_owner and pk in recorded.new:
                recorded.new[pk] = recorded.new[pk]._replace(by_owner=True)
        contents.setdefault(mail.content_key, pk)
        if mail.message_key:
            by_message.setdefault(mail.message_key, pk)
    return recorded, keys


def _threadable(pk: int, mail: IncomingMail) -> Threadable:
    return Threadable(
        activity_id=pk,
        day=mail.happened_at.date() if mail.happened_at else None,
        message_key=mail.message_key,
        reference_keys=mail.reference_keys,
        link_keys=mail.link_keys,
        said_keys=mail.said_keys,
        quote_keys=mail.quote_keys,
    )


def _insert_activities(
    new: Mapping[int, IncomingMail],
    reached: Mapping[str, Reached],
    threads: Mapping[int, int],
    mailbox: Mailbox,
) -> None:
    now = timezone.now()
    bulk.insert(
        Activity,
        [
            "id", "kind", "direction", "happened_at", "offset_minutes", "known_day", "recorded_at",
            "undated_because", "subject", "open_level", "recipients", "is_mass", "is_automatic",
            "asks", "says", "thread_id", "content_key", "sort", "dated_by",
        ],
        [
            (
                pk, Kind.EMAIL.value, mail.direction.value, mail.happened_at, mail.offset_minutes,
                mail.known_day, now, mail.undated_because, mail.subject,
                open_level(mail, reached, mailbox), mail.recipients, mail.is_mass,
                mail.is_automatic, mail.asks, mail.says, threads[pk], mail.content_key,
                mail.sort.value, mail.dated_by,
            )
            for pk, mail in new.items()
        ],
    )  # fmt: skip


def _insert_participants(
    new: Mapping[int, IncomingMail], reached: Mapping[str, Reached], owner: Owner
) -> None:
    rows: list[tuple[object, ...]] = []
    for pk, mail in new.items():
        present = [] if mail.direction is Direction.INTERNAL else _present(mail.parties, reached)
        claimed = list(claim(mail.direction, by_owner=mail.by_owner, owner=owner, present=present))
        sides = {(p.address_id, p.part): p.side for p in claimed}
        for address, part, side, day in mail.parties:
            who = reached[address]
            counts = sides.pop((who.id, part), side) if sides else side
            rows.append((pk, who.id, part, counts, who.account_id, day))
        rows += [(pk, a, part, side, None, mail.owner_day) for (a, part), side in sides.items()]
    bulk.insert(
        Participant, ["activity_id", "address_id", "part", "side", "account_id", "day"], rows
    )


def _present(parties: Iterable[IncomingParty], reached: Mapping[str, Reached]) -> list[Present]:
    return [
        Present(reached[address].id, reached[address].colleague_id, part, side)
        for address, part, side, _ in parties
    ]


def _hold_known(
    recorded: Recorded,
    keys: Mapping[bytes, KnownKey],
    reached: Mapping[str, Reached],
    owner: Owner,
    mailbox: Mailbox,
    batch: Batch,
    actor: User | None,
) -> None:
    """Known mails that this batch had not met, or this mailbox did not hold, or now lie as sent."""
    known: dict[int, IncomingMail] = {}
    for pk, mail in recorded.seen:
        if pk not in recorded.new and (mail.by_owner or pk not in known):
            known[pk] = mail
    held = holdings(known)
    here = {row.activity_id for row in held if row.mailbox_id == mailbox.pk}
    new_here = {pk: mail for pk, mail in known.items() if pk not in here}
    for row in held:
        recorded.before.setdefault(row.activity_id, set()).add(row.mailbox_id)
    _arrive_again(recorded, keys, held, batch, actor)
    _claim(recorded, {pk: m for pk, m in known.items() if pk in new_here or m.by_owner}, owner)
    _widen(recorded, new_here, reached, mailbox, actor)


def _arrive_again(
    recorded: Recorded,
    keys: Mapping[bytes, KnownKey],
    held: Sequence[Holding],
    batch: Batch,
    actor: User | None,
) -> None:
    """Known mails arrive, all under the Message-IDs they came under here, and as sent ones."""
    seen = [(pk, mail.message_key) for pk, mail in recorded.seen]
    bound = {key: known.activity_id for key, known in keys.items()}
    new = {pk: mail.message_key for pk, mail in recorded.new.items()}
    again = arriving([s for s in seen if s[0] not in new], bound, held, batch.pk)
    rows = [(pk, KEY if key else "", "", key) for pk, key in (*doubles(seen, new), *again)]
    arrive_as(batch, Arrival.ACTIVITY, Arrival.SEEN, rows, actor=actor)
    sent = {pk for pk, mail in recorded.mails() if mail.by_owner}
    marks = [(pk, SENT, "", "") for pk in sorted(sent)]
    arrive_as(batch, Arrival.ACTIVITY, Arrival.CHANGED, marks, actor=actor)


def _claim(recorded: Recorded, mails: Mapping[int, IncomingMail], owner: Owner) -> None:
    present: dict[int, list[Present]] = {}
    for pk, address, colleague, part, side in bulk.select_in(
        "SELECT p.activity_id, p.address_id, a.colleague_id, p.part, p.side"
        " FROM ledger_participant p JOIN ledger_address a ON a.id = p.address_id"
        " WHERE p.activity_id IN ({values})",
        mails,
    ):
        present.setdefault(pk, []).append(Present(address, colleague, part, side))
    add: list[tuple[object, ...]] = []
    turn: list[tuple[object, ...]] = []
    for pk, mail in mails.items():
        there = {(p.address_id, p.part) for p in present.get(pk, ())}
        for p in claim(
            mail.direction, by_owner=mail.by_owner, owner=owner, present=present.get(pk, ())
        ):
            recorded.changed.append(pk)
            if (p.address_id, p.part) in there:
                turn.append((p.side, pk, p.address_id, p.part))
            else:
                add.append((pk, p.address_id, p.part, p.side, None, mail.owner_day))
    bulk.insert(
        Participant, ["activity_id", "address_id", "part", "side", "account_id", "day"], add
    )
    bulk.update(
        "UPDATE ledger_participant SET side = %s"
        " WHERE activity_id = %s AND address_id = %s AND part = %s",
        turn,
    )


def _widen(
    recorded: Recorded,
    mails: Mapping[int, IncomingMail],
    reached: Mapping[str, Reached],
    mailbox: Mailbox,
    actor: User | None,
) -> None:
    """A mailbox that keeps or shares more than those before it adds what they lacked."""
    bulk.update(
        "UPDATE ledger_activity SET open_level = %s WHERE id = %s AND open_level < %s",
        [
            (level, pk, level)
            for pk, mail in mails.items()
            if (level := open_level(mail, reached, mailbox))
        ],
    )
    if mailbox.keep >= Level.SUBJECT:
        # An empty one that a mailbox keeps stays: it is in the search index as it was.
        bulk.update(
            "UPDATE ledger_activity SET subject = %s WHERE id = %s AND subject = '' AND NOT EXISTS"
            " (SELECT 1 FROM ledger_arrival r JOIN ledger_mailbox b ON b.id = r.mailbox_id"
            " WHERE r.kind = 1 AND r.object_id = ledger_activity.id"  # Arrival.ACTIVITY
            " AND b.keep >= %s AND b.id <> %s)",
            [(mail.subject, pk, Level.SUBJECT, mailbox.pk) for pk, mail in mails.items()],
        )
    with_text = {
        pk
        for (pk,) in bulk.select_in(
            "SELECT activity_id FROM ledger_activitytext WHERE activity_id IN ({values})", mails
        )
    }
    lacking = {pk: mail for pk, mail in mails.items() if pk not in with_text}
    insert_texts(lacking, mailbox, actor=actor)
    if mailbox.keep >= Level.FULL:
        recorded.changed += [pk for pk, mail in lacking.items() if mail.asks or mail.says]
        bulk.update(
            "UPDATE ledger_activity SET asks = %s, says = %s WHERE id = %s",
            [(mail.asks, mail.says, pk) for pk, mail in lacking.items()],
        )
    recorded.new_here = dict(mails)


def _years(recorded: Recorded) -> set[tuple[str, int]]:
    """The parts of `touches` and `copies` whose rows this chunk may have changed."""
    changed = set(recorded.changed)
    mails = [*recorded.new.values(), *(mail for pk, mail in recorded.seen if pk in changed)]
    touched = {
        ("touches", day.year)
        for mail in mails
        if mail.direction is not Direction.INTERNAL
        for day in (mail.owner_day, *(day for *_, day in mail.parties))
        if day
    }
    return touched | {("copies", year) for mail in recorded.new.values() for year in _copied(mail)}


def _copied(mail: IncomingMail) -> Iterator[int]:
    """Years of which the mail may hold copies: it never changes whom else theirs is sent to."""
    if mail.direction is Direction.IN and not (mail.is_mass or mail.is_automatic):
        for _, part, side, day in mail.parties:
            if day and side == Side.BYSTANDER and part in (Part.TO, Part.CC):
                yield day.year
