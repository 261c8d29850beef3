"""The job worker, and the list of periodic work it does.

Jobs are nudges: the work itself is rows with a state, found again by every tick, so that a worker
that was killed has lost nothing. Django is set up by whoever imports this: `kith.config.worker`.
"""

import threading
import time

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone
from huey import SqliteHuey, crontab

from kith.pipeline import schedule
from kith.pipeline.nudge import nudged

LISTEN = 0.5  # seconds between two looks
queue = SqliteHuey("kith", filename=str(settings.HOME / "jobs.db"))


@queue.periodic_task(crontab())
@queue.lock_task("tick")
def tick() -> None:
    """Every minute: whatever is due, imports to go on with, a refresh."""
    close_old_connections()
    try:
        schedule.tick(timezone.now())
    finally:
        close_old_connections()


def main() -> None:
    """Works until it is told to stop."""
    queue.flush_locks()  # of a worker that was killed
    threading.Thread(target=_listen, daemon=True).start()
    options = {"workers": 1, "periodic": True, "check_worker_health": True, "max_delay": LISTEN}
    queue.create_consumer(**options).run()


def _listen() -> None:
    """A nudge is a tick before its time."""
    while True:
        if nudged():
            tick()
        time.sleep(LISTEN)
