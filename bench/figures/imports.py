"""The import of mail (people, accounts, threads, full-text index) against `notmuch new`."""

import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import cache, letters
from bench.child import Ran, run, work
from bench.line import Line

TIMES = 3  # for each side: its best counts
TIMES_NOTMUCH, MEGABYTES = 6.0, 1_000.0
DOMAIN_OF_FROM = re.compile(rb"^From:[^\r\n]*@([\w.-]+)", re.MULTILINE)


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    if shutil.which("notmuch") is None:
        raise SystemExit("The import is measured against notmuch: install the package notmuch.")
    root, mails, domain = source()
    say(f"{mails:,} mails in {len(list(root.iterdir()))} mailboxes")
    theirs, ours = [], []
    with tempfile.TemporaryDirectory(prefix="kith-bench-", dir=cache.folder()) as scratch:
        for time in range(TIMES):  # in turn, so that a busy machine slows both
            say("notmuch new")
            theirs.append(_notmuch(root, Path(scratch) / f"notmuch-{time}"))
            say("kith import mail")
            ours.append(work("imports", root, domain, home=Path(scratch) / f"kith-{time}"))
    read = ours[0].said["read"]
    best = read / min(ran.said["seconds"] for ran in ours)
    their_best = mails / min(ran.seconds for ran in theirs)
    yield Line("import", "mails", read, "")
    yield Line("import", "kith", best, "mails/s")
    yield Line("import", "notmuch", their_best, "mails/s")
    yield Line("import", "kith beside notmuch", best / their_best, "x", least=TIMES_NOTMUCH)
    for part in ("writing", "parsing"):
        yield Line("import", f"kith, processor, {part}", min(r.said[part] for r in ours), "s")
    yield Line("import", "notmuch, processor", min(ran.processor for ran in theirs), "s")
    most = max(ran.megabytes for ran in ours)
    yield Line("import", "memory, all processes", most, "MB", most=MEGABYTES)


def source() -> tuple[Path, int, str]:
    """Mailboxes to import, each file read once before: how many mails, and the firm's domain."""
    root = _real() or _generated()
    return root, *_warmed(root)


def _real() -> Path | None:
    """A folder of real mailboxes, each a folder of message files, where there is one."""
    named = os.environ.get("KITH_REAL_DATA")
    data = Path(named) if named else Path.home() / ".cache" / "kith-data"
    return next(iter(sorted(data.glob("*/maildir"))), None)


def _generated() -> Path:
    recipe = (Path(letters.__file__),)
    return cache.kept("letters", recipe, letters.make, bytes_=letters.BYTES)


def _warmed(root: Path) -> tuple[int, str]:
    """Reads every file once: how many, and the domain that most are sent from, the firm's own."""
    domains: Counter[str] = Counter()
    mails = 0
    for file in root.rglob("*"):
        if file.is_file():
            mails += 1
            if sender := DOMAIN_OF_FROM.search(file.read_bytes()):
                domains[sender[1].decode().casefold()] += 1
    return mails, domains.most_common(1)[0][0]


def _notmuch(root: Path, database: Path) -> Ran:
    """From nothing, with notmuch's own defaults."""
    database.mkdir()
    config = database / "config"
    config.write_text(f"[database]\npath={database}\nmail_root={root}\n[new]\ntags=\n")
    return run(["notmuch", f"--config={config}", "new", "--quiet"], {}, silent=True)
