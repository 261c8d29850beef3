"""One at a time, across processes of this machine: the lock dies with the process that holds it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

from kith.terms.errors import Refused
from kith.terms.language import gettext_noop


@contextmanager
def turn(name: str, *, wait: bool) -> Iterator[None]:
    """Holds `name` for the time inside. Taken already: waits, or raises Refused."""
    folder = settings.HOME / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Refused(
                gettext_noop("This is being done already."),
                cure=gettext_noop("Wait for it to end."),
            ) from None
        yield


def of_import(path: Path | str) -> str:
    """The name under which imports of a path, and their undo, take turns."""
    digest = blake2b(str(Path(path).resolve()).encode(), digest_size=8).hexdigest()
    return f"import-{digest}"
