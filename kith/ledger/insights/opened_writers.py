"""When somebody opened an account's page: for what has changed since, shown to them alone.

No audit row: it tells of a reader, and changes nothing of what the ledger knows.
"""

from datetime import date

from kith.ledger.guard import writer
from kith.ledger.insights.models import Opened
from kith.ledger.rights.models import User


@writer
def note_opened(account_id: int, day: date, *, actor: User) -> None:
    """The actor has opened it on that day; a second time on one day changes nothing."""
    row, is_first = Opened.objects.get_or_create(
        user=actor, account_id=account_id, defaults={"day": day}
    )
    if not is_first and row.day < day:
        row.day, row.before = day, row.day
        row.save(update_fields=["day", "before"])
