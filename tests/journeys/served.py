"""A firm's own ledger, empty, behind `kith serve`: two real processes that can be killed."""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.request import urlopen

EMAIL, PASSWORD = "ada@hartpumps.example", "correct horse battery"
PATIENCE = 90.0
INIT = (
    "init", "--company", "Hart Pumps", "--domain", "hartpumps.example", "--email", EMAIL,
    "--name", "Ada Hart", "--zone", "Europe/Berlin", "--password-stdin",
)  # fmt: skip


@dataclass
class Served:
    """A ledger in `home`, served at `address` while it runs."""

    home: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return {**kept, "KITH_HOME": str(self.home), "PYTHONUNBUFFERED": "1"}

    def run(self, *args: str) -> str:
        """What `kith ARGS` prints; it must succeed."""
        done = subprocess.run(
            [sys.executable, "-m", "kith", *args], env=self.environment, input=f"{PASSWORD}\n",
            text=True, capture_output=True, timeout=PATIENCE, check=True,
        )  # fmt: skip
        return done.stdout

    def start(self) -> None:
        with (self.home / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kith", "serve", "--port", str(self.port)],
                env=self.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._answers():
                return
            time.sleep(0.2)
        raise AssertionError((self.home / "log").read_text())

    def kill(self) -> None:
        """As a power cut would: both workers, and whatever they started."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.address}/alive/", timeout=5) as page:
                return bool(page.status == 200)
        except OSError:
            return False


@cache
def _initialised() -> Path:
    """A home as `kith init` leaves it, made once in this process."""
    home = Path(tempfile.mkdtemp(prefix="kith-first-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    Served(home, 0).run(*INIT)
    return home


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """A new ledger of Ada's firm, served on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    shutil.copytree(_initialised(), home)
    made = Served(home, port)
    made.start()
    try:
        yield made
    finally:
        made.stop()
