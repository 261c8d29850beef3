"""How a page wakes the job worker, which may run in another process: by a file it looks for.

Only a nudge: the work is rows with a state, and the next minute's tick finds them without it. Apart
from `schedule`, which brings the engine with it: pages need none.
"""

from pathlib import Path

from django.conf import settings


def nudge() -> None:
    """Lets the job worker look for work at once."""
    _bell().touch()


def nudged() -> bool:
    """Whether anybody nudged since this was asked last."""
    try:
        _bell().unlink()
    except FileNotFoundError:
        return False
    return True


def _bell() -> Path:
    return Path(settings.HOME) / "nudge"
