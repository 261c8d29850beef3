"""Commands in a process and a ledger of their own, to be run or killed half-way."""

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
INIT = (
    "init", "--company", "Firm", "--domain", "firm.example", "--email", "ann@firm.example",
    "--name", "Ann Ahlers", "--zone", "Europe/Berlin", "--password-stdin",
)  # fmt: skip


@dataclass(frozen=True)
class Ledger:
    """A ledger of its own: a folder, and on PostgreSQL a database of its own beside the tests'."""

    home: Path
    url: str

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own = {"KITH_HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        return {**kept, **own, **({"DATABASE_URL": self.url} if self.url else {})}

    def run(self, *args: str, password: str = "") -> subprocess.CompletedProcess[str]:
        """`kith ARGS`, to its end."""
        return subprocess.run(
            [sys.executable, "-m", "kith", *args], cwd=ROOT, env=self.environment, text=True,
            capture_output=True, input=password, timeout=120, check=False,
        )  # fmt: skip

    def json(self, *args: str) -> dict[str, Any]:
        """What `kith ARGS --json` says; the command must succeed."""
        done = self.run(*args, "--json")
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def kill(self, after: float, *args: str) -> bool:
        """Starts `kith ARGS` and kills it after so many seconds. False: it had ended before."""
        process = subprocess.Popen(
            [sys.executable, "-m", "kith", *args], cwd=ROOT, env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        time.sleep(after)
        ended = process.poll() is not None
        # The whole group: what a killed import started ends with it.
        if not ended:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return not ended

    def start(self, *args: str) -> subprocess.Popen[bytes]:
        """Starts `kith ARGS` beside the test; what it prints is let go."""
        return subprocess.Popen(
            [sys.executable, "-m", "kith", *args], cwd=ROOT, env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, code: str) -> Any:
        """What a line of Python about this ledger's content comes to."""
        done = subprocess.run(
            [sys.executable, "-c", f"{ASK}\nprint(json.dumps({code}, default=str))"], cwd=ROOT,
            env=self.environment, text=True, capture_output=True, timeout=60, check=True,
        )  # fmt: skip
        return json.loads(done.stdout)


ASK = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
import django
django.setup()
from kith.ledger.models import *
from tests.ledger.content import content
"""


def empty(home: Path, *, like: str = "template1") -> Ledger:
    """A place for a ledger where there is none yet; on PostgreSQL, a copy of a database."""
    url = os.environ.get("DATABASE_URL", "")
    if url:
        import psycopg

        name = f"own_{time.time_ns()}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
        url = urlsplit(url)._replace(path=f"/{name}").geturl()
    return Ledger(home, url)


def ledger(home: Path) -> Ledger:
    """A new ledger with a firm in it: a copy of the one that `kith init` made."""
    first = _initialised(os.environ.get("DATABASE_URL", ""))
    shutil.copytree(first.home, home, dirs_exist_ok=True)
    return empty(home, like=urlsplit(first.url).path.removeprefix("/") or "template1")


@cache
def _initialised(beside: str) -> Ledger:
    """Made once in this process, beside that database if any, and never opened again."""
    folder = tempfile.mkdtemp(prefix="kith-first-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = empty(Path(folder) / "home")
    done = made.run(*INIT, password="correct horse battery\n")
    assert done.returncode == 0, done.stderr
    return made
