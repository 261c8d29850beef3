"""Runs one measured piece in a process of its own, and watches how much memory it takes."""

import json
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.cache import ROOT

OFTEN = 0.1  # seconds between two looks at memory
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process said (its last line, as JSON, where it is one of ours), and what it took.

    `megabytes`: the most resident memory of it and its children together; pages that they share,
    and pages of mapped files, are counted in each. `processor`: seconds of it, of all of them.
    """

    said: Any
    seconds: float
    megabytes: float
    processor: float


def work(name: str, *arguments: object, home: Path) -> Ran:
    """Runs `bench.work.<name>` on the ledger in `home`."""
    command = [sys.executable, "-m", "bench.work", name, *map(str, arguments)]
    return run(command, {"KITH_HOME": str(home), "DJANGO_SETTINGS_MODULE": "kith.config.settings"})


def run(command: list[str], settings: Mapping[str, str], *, silent: bool = False) -> Ran:
    """Runs a command from the project's root. Raises CalledProcessError where it fails."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    began, worked = time.perf_counter(), _worked()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment | dict(settings), stdout=subprocess.PIPE, text=True
    )
    most = [0]
    watch = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watch.start()
    printed, _ = process.communicate()
    seconds = time.perf_counter() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    said = None if silent else json.loads(printed.splitlines()[-1])
    return Ran(said, seconds, most[0] * PAGE / 1e6, _worked() - worked)


def _worked() -> float:
    """Seconds of the processor that went into all children which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: subprocess.Popen[str], most: list[int]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(map(_resident, _family(process.pid))))
        time.sleep(OFTEN)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))
    except OSError:
        return  # it ended between two looks


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
