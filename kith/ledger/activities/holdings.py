"""Which batches hold activities, in which mailbox, and under which Message-ID."""

from collections.abc import Iterable

from kith.ledger import bulk
from kith.ledger.activities.arriving import Holding
from kith.ledger.imports.arrivals import KEY, SENT


def holdings(activity_ids: Iterable[int]) -> list[Holding]:
    """Their arrivals, but for the marks of sent mail."""
    return [
        Holding(pk, batch_id, mailbox_id, new if field == KEY else "")
        for pk, batch_id, mailbox_id, field, new in bulk.select_in(
            "SELECT object_id, batch_id, mailbox_id, field, new FROM ledger_arrival"
            " WHERE kind = 1 AND object_id IN ({values})",  # Arrival.ACTIVITY
            activity_ids,
        )
        if field != SENT
    ]
