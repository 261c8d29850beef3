"""Threads mails again that fewer hold than before: under fewer ids, or without their subject."""

from collections.abc import Mapping, Sequence, Set

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.rights.models import User
from kith.ledger.threads.joining import QUOTES, SAID, SUBJECT, Link
from kith.ledger.threads.readers import known_keys, links_of, references_of
from kith.ledger.threads.writers import Threadable, forget, thread


@writer
def thread_again(
    keys: Mapping[int, Sequence[bytes]], unlinked: Mapping[int, Set[int]], *, actor: User | None
) -> None:
    """Gives activities just these Message-IDs, and the threads of that.

    `unlinked`: the kinds of links that an activity loses, as its subject or text is kept no
    longer. What they refer to stays.
    """
    mails = sorted(keys)
    if not mails:
        return
    links: dict[int, list[Link]] = {pk: [] for pk in mails}
    for link in links_of(mails):
        if link.kind not in unlinked.get(link.node, ()):
            links[link.node].append(link)
    refers = {pk: tuple(found) for pk, found in references_of(mails).items()}
    forget(mails, actor=actor)
    new = [_linked(pk, links[pk], refers.get(pk, ())) for pk in mails]
    further = [_named(pk, None, refers.get(pk, ())) for pk in mails]
    further += [_named(pk, key, ()) for pk in mails for key in keys[pk]]
    named = known_keys(key for mail in (*new, *further) for key in mail.named)
    threads = thread(new, further, named, actor=actor)
    bulk.update(
        "UPDATE ledger_activity SET thread_id = %s WHERE id = %s",
        [(root, pk) for pk, root in threads.items()],
    )


def _named(pk: int, key: bytes | None, refers: tuple[bytes, ...]) -> Threadable:
    return Threadable(pk, day=None, message_key=key, reference_keys=refers, link_keys=())


def _linked(pk: int, links: Sequence[Link], refers: tuple[bytes, ...]) -> Threadable:
    """The copy that made the links. Whether it referred to others decides whom they join, and a
    further copy may have referred where that one did not."""
    return Threadable(
        pk,
        day=links[0].day if links else None,
        message_key=None,
        reference_keys=refers if any(link.refers for link in links) else (),
        link_keys=_by(SUBJECT, links),
        said_keys=_by(SAID, links),
        quote_keys=_by(QUOTES, links),
    )


def _by(kind: int, links: Sequence[Link]) -> tuple[int, ...]:
    return tuple(link.key for link in links if link.kind == kind)
