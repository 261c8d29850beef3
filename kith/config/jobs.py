"""The job worker, and the list of periodic work it does.

Jobs are nudges: the work itself is rows with a state, found again by every tick, so that a worker
that was killed has lost nothing.
"""

import os
import threading
import time

import django
from huey import SqliteHuey, crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - settings first
from django.db import close_old_connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from kith.pipeline import schedule  # noqa: E402
from kith.pipeline.nudge import nudged  # noqa: E402

LISTEN = 0.5  # seconds between two looks
queue = SqliteHuey("kith", filename=str(settings.HOME / "jobs.db"))


@queue.periodic_task(crontab())  # type: ignore[untyped-decorator]  # huey ships no types
@queue.lock_task("tick")  # type: ignore[untyped-decorator]
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
