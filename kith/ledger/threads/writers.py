"""Gives mails their threads, and joins threads that turn out to be one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.writers import restamp
from kith.ledger.rights.models import User
from kith.ledger.threads.joining import Joins, Link, join_by_reference, join_by_subject
from kith.ledger.threads.models import MailKey, Thread, ThreadLink
from kith.ledger.threads.readers import KnownKey


@dataclass(frozen=True, slots=True)
class Threadable:
    """What of a mail decides its thread. `day` null where it bears no believable date."""

    activity_id: int
    subject: str
    day: date | None
    message_key: bytes | None
    reference_keys: tuple[bytes, ...]
    link_keys: tuple[int, ...]

    @property
    def named(self) -> list[bytes]:
        return [key for key in (self.message_key, *self.reference_keys) if key]


@writer
def thread(
    new: Sequence[Threadable],
    seen: Sequence[Threadable],
    keys: Mapping[bytes, KnownKey],
    *,
    actor: User | None,
) -> dict[int, int]:
    """The thread of each new activity. `seen` are known mails, whose ids may join threads too."""
    fresh = dict(zip((m.activity_id for m in new), bulk.new_ids(Thread, len(new)), strict=True))
    known = {m.activity_id for m in seen} - fresh.keys()
    nodes = fresh | _threads_of(known)
    joins = Joins()
    named = join_by_reference(
        joins,
        [(nodes[mail.activity_id], mail.named) for mail in (*new, *seen)],
        {key: there.thread_id for key, there in keys.items()},
    )
    unlinked = [*new, *_unlinked(m for m in seen if m.activity_id in known)]
    links = [(mail.activity_id, link) for mail in unlinked for link in _links(mail, nodes)]
    there = list(_links_there({link.key for _, link in links}))
    join_by_subject(joins, [*(link for _, link in links), *there])
    met = {*named.values(), *nodes.values(), *(link.node for link in there)}
    _join_threads(joins, met - {*fresh.values()}, actor)
    roots = {pk: joins.find(node) for pk, node in fresh.items()}
    _insert_threads(new, roots, {*fresh.values()})
    _insert_keys([*new, *seen], keys, {key: joins.find(node) for key, node in named.items()})
    bulk.insert(
        ThreadLink,
        ["key", "day", "activity_id", "refers"],
        [(link.key, link.day, pk, link.refers) for pk, link in links],
    )
    return roots


def _threads_of(activities: Iterable[int]) -> dict[int, int]:
    statement = "SELECT id, thread_id FROM ledger_activity WHERE id IN ({values})"
    return dict(bulk.select_in(statement, activities))


def _unlinked(seen: Iterable[Threadable]) -> list[Threadable]:
    """Known mails without links yet: whoever held them before kept no subjects."""
    mails = {mail.activity_id: mail for mail in seen if mail.link_keys}
    statement = "SELECT activity_id FROM ledger_threadlink WHERE activity_id IN ({values})"
    linked = {pk for (pk,) in bulk.select_in(statement, mails)}
    return [mail for pk, mail in mails.items() if pk not in linked]


def _links(mail: Threadable, nodes: Mapping[int, int]) -> Iterator[Link]:
    if mail.day:
        for key in mail.link_keys:
            yield Link(
                key, mail.day, refers=bool(mail.reference_keys), node=nodes[mail.activity_id]
            )


def _links_there(keys: Iterable[int]) -> Iterator[Link]:
    for key, day, refers, thread_id in bulk.select_in(
        "SELECT l.key, l.day, l.refers, a.thread_id FROM ledger_threadlink l"
        " JOIN ledger_activity a ON a.id = l.activity_id WHERE l.key IN ({values})",
        keys,
    ):
        when = day if isinstance(day, date) else date.fromisoformat(day)
        yield Link(key, when, refers=bool(refers), node=thread_id)


def _join_threads(joins: Joins, standing: set[int], actor: User | None) -> None:
    moved = [(root, node) for node, root in joins.moved(standing).items()]
    if not moved:
        return
    years = bulk.select_in(
        "SELECT DISTINCT p.day FROM ledger_participant p"
        " JOIN ledger_activity a ON a.id = p.activity_id"
        " WHERE p.side = 1 AND a.thread_id IN ({values})",
        [node for _, node in moved],
    )
    restamp([("touches", int(str(day)[:4])) for (day,) in years if day], actor=actor)
    bulk.update("UPDATE ledger_activity SET thread_id = %s WHERE thread_id = %s", moved)
    bulk.update("UPDATE ledger_mailkey SET thread_id = %s WHERE thread_id = %s", moved)
    bulk.update("DELETE FROM ledger_thread WHERE id = %s", [[node] for _, node in moved])


def _insert_threads(new: Sequence[Threadable], roots: Mapping[int, int], fresh: set[int]) -> None:
    subjects: dict[int, str] = {}
    for mail in new:
        if (root := roots[mail.activity_id]) in fresh:
            subjects.setdefault(root, mail.subject[:300])
    bulk.insert(Thread, ["id", "subject"], subjects.items())


def _insert_keys(
    mails: Sequence[Threadable], keys: Mapping[bytes, KnownKey], threads: Mapping[bytes, int]
) -> None:
    """Message-IDs now known, and ids only referred to, that the mail itself may find its thread."""
    owners = {m.message_key: m.activity_id for m in reversed(mails) if m.message_key}
    bulk.insert(
        MailKey,
        ["key", "activity_id", "thread_id"],
        [(key, owners.get(key), thread) for key, thread in threads.items() if key not in keys],
    )
    bulk.update(
        "UPDATE ledger_mailkey SET activity_id = %s WHERE key = %s AND activity_id IS NULL",
        [(pk, k) for k, pk in owners.items() if k in keys and keys[k].activity_id is None],
    )
