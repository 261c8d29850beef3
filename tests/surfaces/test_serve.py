"""`kith serve` keeps its two processes alive and ends them with itself."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from kith.config.serve import LONGEST_WAIT, Child, refuse_taken, serve
from kith.terms.errors import NotReady

SERVE = (
    "import sys; from kith.config.serve import serve; serve(port=int(sys.argv[1]), announce=print)"
)
SLOW = 30.0


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(port: int, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    env = os.environ | {"KITH_HOME": str(tmp_path), "PYTHONWARNINGS": "default"}
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], env=env)
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(SLOW)


def eventually(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + SLOW
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def is_alive(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/alive/", timeout=2) as answer:
            return bool(answer.read() == b"ok")
    except OSError:
        return False


def children(process: subprocess.Popen[bytes], word: str) -> list[int]:
    """Ids of the supervisor's own children whose command holds the word."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(i) for i in found if word.encode() in Path(f"/proc/{i}/cmdline").read_bytes()]


def test_a_killed_web_worker_comes_back_and_a_stop_ends_everything(
    served: subprocess.Popen[bytes], port: int
) -> None:
    assert eventually(lambda: is_alive(port))
    (first,) = children(served, "granian")
    os.kill(first, signal.SIGTERM)
    assert eventually(lambda: children(served, "granian") not in ([first], []))
    assert eventually(lambda: is_alive(port))
    served.send_signal(signal.SIGTERM)
    assert served.wait(SLOW) == 0
    assert not is_alive(port)


def test_a_taken_port_is_said_with_the_cure(port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(NotReady, match=f"kith serve --port {port + 1}"):
            serve(port=port, announce=print)


def test_a_free_port_is_not_refused(port: int) -> None:
    refuse_taken("127.0.0.1", port)


def test_a_child_that_keeps_dying_is_left_alone_longer_each_time() -> None:
    said: list[str] = []
    child = Child("job worker", [sys.executable, "-c", "raise SystemExit(3)"])
    waits = []
    for _ in range(7):
        child.start()
        assert child.process is not None
        child.process.wait(SLOW)
        before = time.monotonic()
        child.look(said.append)
        waits.append(round(child.start_after - before))
    assert waits == [1, 2, 4, 8, 16, LONGEST_WAIT, LONGEST_WAIT]
    assert said[0] == "The job worker ended (status 3); starting it again in 1 s."


def test_what_the_application_loads_no_look_for_garbage_goes_through_again(tmp_path: Path) -> None:
    look = "import gc, kith.config.wsgi; print(gc.get_freeze_count(), len(gc.get_objects()))"
    env = os.environ | {"KITH_HOME": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", look], env=env, check=True, capture_output=True, text=True
    )
    frozen, looked_through = map(int, said.stdout.split())
    assert frozen > 50_000 > 10 * looked_through
