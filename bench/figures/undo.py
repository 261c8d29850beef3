"""Taking an import back, beside the import itself, in one run."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache
from bench.child import work
from bench.figures.imports import source
from bench.line import Line

MOST, MEGABYTES, SECONDS = 1.0, 1_000.0, 0.2


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    root, mails, domain = source()
    say(f"{mails:,} mails: import, content's hash, undo")
    with tempfile.TemporaryDirectory(prefix="kith-bench-", dir=cache.folder()) as scratch:
        ran = work("undo", root, domain, home=Path(scratch) / "kith")
    if not ran.said["empty"]:
        raise SystemExit("What was undone is not gone: the content's hash is not the empty one.")
    yield Line("undo", "import", ran.said["import"], "s")
    yield Line("undo", "undo", ran.said["undo"], "s")
    yield Line("undo", "undo beside import", ran.said["undo"] / ran.said["import"], "x", most=MOST)
    yield Line("undo", "longest transaction", ran.said["longest"], "s", most=SECONDS)
    yield Line("undo", "content's hash", ran.said["hash"], "s")
    yield Line("undo", "memory, all processes", ran.megabytes, "MB", most=MEGABYTES)
