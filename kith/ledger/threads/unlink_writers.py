"""A mail whose subject is kept no longer hangs together with others by its Message-IDs alone."""

from collections.abc import Sequence

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.rights.models import User
from kith.ledger.threads.readers import known_keys, references_of
from kith.ledger.threads.writers import Threadable, forget, thread


@writer
def unlink(activity_ids: Sequence[int], *, actor: User | None) -> None:
    """Puts those that are linked by subject into the threads they would have without."""
    linked = {
        pk
        for (pk,) in bulk.select_in(
            "SELECT DISTINCT activity_id FROM ledger_threadlink WHERE activity_id IN ({values})",
            activity_ids,
        )
    }
    if not linked:
        return
    own: dict[int, list[bytes]] = {pk: [] for pk in linked}
    for pk, key in bulk.select_in(
        "SELECT activity_id, key FROM ledger_mailkey WHERE activity_id IN ({values}) ORDER BY id",
        linked,
    ):
        own[pk].append(bytes(key))
    refers = references_of(linked)
    forget(sorted(linked), actor=actor)
    new = [_plain(pk, keys[0] if keys else None, refers.get(pk, [])) for pk, keys in own.items()]
    further = [_plain(pk, key, []) for pk, keys in own.items() for key in keys[1:]]
    named = known_keys(key for mail in (*new, *further) for key in mail.named)
    threads = thread(new, further, named, actor=actor)
    bulk.update(
        "UPDATE ledger_activity SET thread_id = %s WHERE id = %s",
        [(root, pk) for pk, root in threads.items()],
    )


def _plain(pk: int, key: bytes | None, refers: Sequence[bytes]) -> Threadable:
    return Threadable(pk, day=None, message_key=key, reference_keys=tuple(refers), link_keys=())
