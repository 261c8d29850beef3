"""The demo as it stands on one day, made in KITH_HOME: what it tells, and what each person sees."""

import json
from datetime import date

from django.conf import settings

from kith.demo.calendar import on_or_before
from kith.demo.firm import REPRESENTATIVES
from kith.demo.ledger import demo_ledger
from kith.findings.pressing import is_pressing
from kith.ledger.insights.readers import today
from kith.ledger.rights.models import User
from tests.demo.explained import TOLD, is_found, unexplained
from tests.demo.replay import replaying


def main(day: str) -> None:
    asked = date.fromisoformat(day)
    demo_ledger(settings.HOME, today=asked, fresh=False, password="nobody's", say=lambda _: None)
    clock = on_or_before(asked)
    with replaying(settings.KITH_FACTS, clock) as replay:
        found = replay.run(clock)
    said = {
        "untold": [story.name for story in TOLD if not is_found(story, found)],
        "unexplained": [str(one) for one in unexplained(found, clock, clock)],
        "seen": {who.name: _seen(who.address) for who in REPRESENTATIVES},
    }
    print(json.dumps(said))


def _seen(email: str) -> list[list[object]]:
    """Today's kinds in order, each with whether it stands in red."""
    return [
        [one.kind, is_pressing(one.kind, urgency=one.urgency, stake=one.stake)]
        for one in today(User.objects.get(email=email))
    ]
