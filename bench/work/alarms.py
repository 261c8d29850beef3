"""The false alarms on every working day of the demo whose ledger was just made in KITH_HOME."""

import json

from django.conf import settings

from kith.ledger.rights.readers import founded
from tests.demo.false_alarms import false_alarms, per_week, table, weeks_counted, working_days
from tests.demo.replay import replaying


def main() -> None:
    clock = founded().clock
    if clock is None:
        raise SystemExit("This is no demo's ledger.")
    with replaying(settings.KITH_FACTS, clock) as replay:
        alarms = list(false_alarms(replay, working_days(clock), clock))
    weeks = weeks_counted(clock)
    print(json.dumps({"table": table(alarms, weeks), "per_week": per_week(alarms, weeks)}))
