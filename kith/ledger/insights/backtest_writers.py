"""Keeps what a look back came to."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from kith.ledger.guard import writer
from kith.ledger.insights.models import Backtest
from kith.ledger.rights.models import User


@writer
def keep_backtest(
    name: str,
    as_of: date,
    result: Mapping[str, object],
    *,
    actor: User | None,
) -> None:
    """Keeps the newest result of that name; the one before is gone."""
    Backtest.objects.update_or_create(
        name=name, defaults={"as_of": as_of, "made_at": timezone.now(), "result": dict(result)}
    )
