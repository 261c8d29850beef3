"""Gives mails their threads, joins threads that turn out to be one, and takes them apart again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.writers import restamp
from kith.ledger.rights.models import User
from kith.ledger.threads.joining import (
    QUOTES,
    SAID,
    SUBJECT,
    Joins,
    Link,
    apart,
    join_by_links,
    join_by_reference,
)
from kith.ledger.threads.models import MailKey, Thread, ThreadLink, ThreadReference
from kith.ledger.threads.readers import (
    KnownKey,
    activities_of,
    keys_of,
    linked,
    links_by,
    links_of,
    references_of,
    threads_of,
)


class Threadable(NamedTuple):
    """What of a mail decides its thread. `day` null where it bears no believable date.

    Keys x outside person: `link_keys` of the subject, `said_keys` of the words it begins with,
    `quote_keys` of the words it quotes.
    """

    activity_id: int
    day: date | None
    message_key: bytes | None
    reference_keys: tuple[bytes, ...]
    link_keys: tuple[int, ...]
    said_keys: tuple[int, ...] = ()
    quote_keys: tuple[int, ...] = ()

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
    nodes = fresh | threads_of(known)
    joins = Joins()
    named = join_by_reference(
        joins,
        [(nodes[mail.activity_id], mail.named) for mail in (*new, *seen)],
        {key: there.thread_id for key, there in keys.items()},
    )
    links = [(mail.activity_id, link) for mail in new for link in _links(mail, nodes)]
    links += _unlinked([m for m in seen if m.activity_id in known], nodes)
    there = list(links_by({link.key for _, link in links}))
    join_by_links(joins, [*(link for _, link in links), *there])
    met = {*named.values(), *nodes.values(), *(link.node for link in there)}
    _join_threads(joins, met - {*fresh.values()}, actor)
    roots = {pk: joins.find(node) for pk, node in fresh.items()}
    bulk.insert(Thread, ["id"], [[pk] for pk in sorted({*roots.values()} & {*fresh.values()})])
    _insert_keys([*new, *seen], keys, {key: joins.find(node) for key, node in named.items()})
    bulk.insert(
        ThreadLink,
        ["kind", "key", "day", "activity_id", "refers"],
        [(link.kind, link.key, link.day, pk, link.refers) for pk, link in links],
    )
    _insert_references([*new, *seen])
    return roots


@writer
def forget(activity_ids: Sequence[int], *, actor: User | None) -> None:
    """Takes activities out of their threads, as if they had never come; call before deleting them.

    Their Message-IDs stay where a mail that remains refers to them. What they alone held together
    falls apart: the part with the smallest activity id keeps the thread, others get a new one.
    """
    gone = set(activity_ids)
    touched = set(threads_of(gone).values())
    left = {pk: held for pk, held in activities_of(touched).items() if pk not in gone}
    threads = _part(left, touched)
    moved = {pk: to for pk, to in threads.items() if to != left[pk]}
    restamp(_years([*gone, *moved]), actor=actor)
    bulk.update(
        "UPDATE ledger_activity SET thread_id = %s WHERE id = %s",
        [(to, pk) for pk, to in moved.items()],
    )
    for statement in (
        "UPDATE ledger_activity SET thread_id = NULL WHERE id IN ({values})",
        "DELETE FROM ledger_threadlink WHERE activity_id IN ({values})",
        "DELETE FROM ledger_threadreference WHERE activity_id IN ({values})",
    ):
        bulk.change_in(statement, gone)
    empty = touched - set(left.values())
    bulk.change_in("DELETE FROM ledger_thread WHERE id IN ({values})", empty)


def _part(left: Mapping[int, int], touched: set[int]) -> dict[int, int]:
    """The threads of the activities left, new ones made where one falls apart; and their keys'."""
    keys, refers = keys_of(touched), references_of(left)
    own = {key.id: key.activity_id for key in keys if key.activity_id in left}
    names: dict[int, list[bytes]] = {pk: refers.get(pk, []) for pk in left}
    for key in keys:
        if (pk := own.get(key.id)) is not None:
            names[pk].append(key.key)
    roots = apart(names, links_of(left))
    kept: dict[int, int] = {}  # by thread, the smallest activity
    for pk in sorted(left):
        kept.setdefault(left[pk], pk)
    off = sorted({root for pk, root in roots.items() if root != kept[left[pk]]})
    new = dict(zip(off, bulk.new_ids(Thread, len(off)), strict=True))
    bulk.insert(Thread, ["id"], [[pk] for pk in new.values()])
    threads = {pk: new.get(root, left[pk]) for pk, root in roots.items()}
    named = {key: threads[pk] for pk, mine in names.items() for key in mine}
    bulk.update(
        "UPDATE ledger_mailkey SET thread_id = %s, activity_id = %s WHERE id = %s",
        [
            (named[key.key], own.get(key.id), key.id)
            for key in keys
            if key.key in named
            and (key.thread_id, key.activity_id) != (named[key.key], own.get(key.id))
        ],
    )
    unnamed = [key.id for key in keys if key.key not in named]
    bulk.change_in("DELETE FROM ledger_mailkey WHERE id IN ({values})", unnamed)
    return threads


def _years(activities: Iterable[int]) -> set[tuple[str, int]]:
    statement = (
        "SELECT DISTINCT day FROM ledger_participant WHERE side = 1 AND activity_id IN ({values})"
    )
    days = bulk.select_in(statement, activities)
    return {("touches", int(str(day)[:4])) for (day,) in days if day}


def _unlinked(seen: Sequence[Threadable], nodes: Mapping[int, int]) -> list[tuple[int, Link]]:
    """Links that known mails lack: whoever held them before kept no subjects, or no texts."""
    links = {mail.activity_id: list(_links(mail, nodes)) for mail in seen}
    there = linked([pk for pk, mine in links.items() if mine])
    return [
        (pk, link)
        for pk, mine in links.items()
        for link in mine
        if link.kind not in there.get(pk, ())
    ]


def _links(mail: Threadable, nodes: Mapping[int, int]) -> Iterator[Link]:
    if mail.day:
        node, refers = nodes[mail.activity_id], bool(mail.reference_keys)
        keys = ((SUBJECT, mail.link_keys), (SAID, mail.said_keys), (QUOTES, mail.quote_keys))
        for kind, mine in keys:
            for key in mine:
                yield Link(key, mail.day, refers, node, kind)


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


def _insert_references(mails: Iterable[Threadable]) -> None:
    """What each mail refers to; a further copy of a mail may refer to more than those before."""
    refers: dict[int, set[bytes]] = {}
    for mail in mails:
        if mail.reference_keys:
            refers.setdefault(mail.activity_id, set()).update(mail.reference_keys)
    there = references_of(refers)
    rows = [
        (pk, b"".join(sorted(keys.union(there.get(pk, ())))))
        for pk, keys in refers.items()
        if not keys.issubset(there.get(pk, ()))
    ]
    bulk.change_in(
        "DELETE FROM ledger_threadreference WHERE activity_id IN ({values})",
        [pk for pk, _ in rows if pk in there],
    )
    bulk.insert(ThreadReference, ["activity_id", "keys"], rows)


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
