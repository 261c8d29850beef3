"""`kith serve`: one process that keeps two alive, the web worker and the job worker."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

from kith.terms.errors import NotReady

BLOCKING_THREADS = 4
LOOK_EVERY = 0.2  # seconds between two looks at the children
PATIENCE = 10.0  # seconds a child gets to end by itself
LONGEST_WAIT = 30.0  # seconds before a child that keeps dying is started again
STEADY = 60.0  # seconds of life after which a death counts as the first again

Announce = Callable[[str], None]


@dataclass
class Child:
    """A process of ours and how often it died lately."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started: float = 0.0
    start_after: float = field(default=0.0)

    def start(self) -> None:
        self.process = subprocess.Popen(self.command)  # noqa: S603 - our own interpreter
        self.started = time.monotonic()

    def look(self, announce: Announce) -> None:
        """Starts it when it is due; takes note of its death and waits twice as long each time."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.start_after:
                self.start()
            return
        status = self.process.poll()
        if status is None:
            return
        self.deaths = 1 if now - self.started > STEADY else self.deaths + 1
        wait = min(2.0 ** (self.deaths - 1), LONGEST_WAIT)
        announce(f"The {self.name} ended (status {status}); starting it again in {wait:.0f} s.")
        self.process, self.start_after = None, now + wait

    def end(self) -> None:
        """Asks it to end, and insists after a while."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def serve(host: str = "127.0.0.1", port: int = 8000, *, announce: Announce) -> None:
    """Serves the pages and does the jobs until SIGINT or SIGTERM; then ends both and returns.

    `announce` gets what a person should read. Raises NotReady where the port is taken.
    """
    refuse_taken(host, port)
    children = [Child("web worker", web(host, port)), Child("job worker", jobs())]
    with told_to_stop() as stopped:
        announce(f"Kith is on http://{host}:{port}/ (Ctrl-C ends it).")
        try:
            while not stopped():
                for child in children:
                    child.look(announce)
                time.sleep(LOOK_EVERY)
        finally:
            for child in children:
                child.end()
    announce("Kith has ended.")


def web(host: str, port: int) -> list[str]:
    """The command of the web worker: one process, a few threads; SQLite writes one at a time."""
    return [
        *(sys.executable, "-m", "granian", "kith.config.wsgi:application"),
        *("--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "1"),
        *("--blocking-threads", str(BLOCKING_THREADS), "--no-ws", "--no-access-log"),
        *("--log-level", "warning", "--workers-kill-timeout", "5"),
    ]


def jobs() -> list[str]:
    """The command of the job worker."""
    return [sys.executable, "-m", "kith.config.worker"]


def refuse_taken(host: str, port: int) -> None:
    """Raises NotReady where somebody else listens already: the workers would only die of it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise NotReady(
                f"Port {port} on {host} cannot be used: {error.strerror}.",
                cure=f"Choose another: kith serve --port {port + 1}",
                host=host,
                port=port,
            ) from error


@contextmanager
def told_to_stop() -> Iterator[Callable[[], bool]]:
    """Gives a question: has SIGINT or SIGTERM come? The handlers before are put back."""
    told = False

    def hear(_signum: int, _frame: FrameType | None) -> None:
        nonlocal told
        told = True

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
