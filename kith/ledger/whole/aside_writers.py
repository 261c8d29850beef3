"""What follows from accounts that became private or noise, or no longer are, for stored mail."""

from kith.ledger import bulk
from kith.ledger.activities.hold_writers import level_anew
from kith.ledger.activities.readers import activities_after
from kith.ledger.guard import writer
from kith.ledger.imports.arrivals import held_by_all
from kith.ledger.people.relation_readers import unsettled
from kith.ledger.people.relation_writers import settle_relation
from kith.ledger.rights.models import User
from kith.ledger.search.writers import index, unindex
from kith.ledger.whole.held import as_held, holders_among

ROWS = 200  # words looked at in one transaction


@writer
def settle_aside(most: int, *, actor: User | None) -> int:
    """Lets the next mails follow what their accounts are: who sees them, who finds them. Returns
    how many mails and words it looked at; 0 where all do.

    A mail in which another account is no private one stays as open as it was. Killed before its end
    it leaves no trace; the next call goes on from where the words say.
    """
    bulk.take_turn()
    words = unsettled(ROWS)
    ids: set[int] = set()
    left = most
    for row in words:
        if left <= 0:
            break
        some = activities_after(row.account_id, row.settled_until or 0, left)
        ids.update(some)
        settle_relation(row, some[-1] if len(some) == left else None, actor=actor)
        left -= len(some)
    held = held_by_all(sorted(ids))
    known = holders_among({pk for each in held.values() for pk in each.mailboxes})
    unindex(sorted(held), actor=actor)
    level_anew(held, known, actor=actor)
    index(as_held(held, known), actor=actor)
    return len(ids) + len(words)
