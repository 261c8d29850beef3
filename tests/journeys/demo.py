"""The demo as its newcomer gets it: one command, one printed address."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

DAY = "2026-11-26"  # so that it is the same demo whenever it is looked at; of others: make soak
PATIENCE = 180.0  # seconds: the promise for making it is three minutes
ENTRY = re.compile(r"signed in as .+: (http://\S+)")


@contextmanager
def demo(home: Path) -> Iterator[tuple[str, str]]:
    """`kith demo` on a free port, as of `DAY`; gives its address and the path that signs in."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = home / "log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "kith", "demo", "--day", DAY, "--port", str(port)],
            env=os.environ | {"KITH_HOME": str(home / "demo"), "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        address = urlsplit(_printed(process, log))
        yield f"{address.scheme}://{address.netloc}", address.path
    finally:
        process.terminate()
        process.wait(30)


def _printed(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        found = ENTRY.search(log.read_text())
        if found and _answers(found[1]):
            return found[1]
        time.sleep(0.2)
    raise AssertionError(f"no demo within {PATIENCE:.0f} s: {log.read_text()}")


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as page:
            return bool(page.status == 200)
    except OSError:
        return False
