"""Of which mails and imports somebody is told why they are here or not, as conditions of SQL.

A reader is told of mails that they hold or may see, and of what imports of their own mailboxes left
out; None, the machine's operator, of everything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection

from kith.ledger.rights.models import User
from kith.ledger.rights.readers import mailboxes_of

_HELD = (
    "EXISTS (SELECT 1 FROM ledger_arrival h"
    " WHERE h.kind = 1 AND h.object_id = a.id AND h.mailbox_id IN ({boxes}))"
)
# What a mail counts for. Whether it counts is asked of the very rows that signals are made of, less
# those that every signal leaves out; a test holds both against each other.
REASON = """
CASE
    WHEN NOT a.is_mass AND NOT a.is_automatic
        AND EXISTS (SELECT 1 FROM fact_touches f WHERE f.activity_id = a.id) THEN 'counted'
    WHEN a.happened_at IS NULL THEN 'undated'
    WHEN a.sort NOT IN ('person', 'calendar') THEN a.sort
    WHEN a.is_mass THEN 'mass'
    WHEN a.is_automatic THEN 'robot'
    WHEN a.direction = 'internal' THEN 'internal'
    WHEN NOT EXISTS (SELECT 1 FROM ledger_participant t
        WHERE t.activity_id = a.id AND t.account_id IS NOT NULL) THEN 'private'
    ELSE 'copies'
END
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """Conditions on an activity `a` and a mailbox `m`; `whole`: everything is seen."""

    held: str
    seen: str
    own: str
    whole: bool

    def rows(self, statement: str, values: Sequence[Any], **parts: str) -> list[tuple[Any, ...]]:
        """What a statement gives, its {held}, {seen}, {own} and {reason} filled in."""
        filled = statement.format(
            held=self.held, seen=self.seen, own=self.own, reason=REASON, **parts
        )
        with connection.cursor() as cursor:
            cursor.execute(filled, values)
            return list(cursor.fetchall())


def scope_of(user: User | None) -> Scope:
    """What this reader is told of."""
    if user is None:
        return Scope(held="1 = 1", seen="1 = 1", own="1 = 1", whole=True)
    boxes = ", ".join(str(pk) for pk in mailboxes_of(user)) or "NULL"
    held = _HELD.format(boxes=boxes)
    return Scope(held, f"(a.open_level > 0 OR {held})", f"m.id IN ({boxes})", whole=False)


def day_of(value: object) -> date | None:
    """A day as either database gives it."""
    return date.fromisoformat(str(value)[:10]) if value else None


def instant_of(value: object) -> datetime:
    """An instant as either database gives it."""
    found = datetime.fromisoformat(str(value))
    return found if found.tzinfo else found.replace(tzinfo=UTC)
