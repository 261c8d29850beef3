"""`python -m bench.soak [NAME ...]`: what takes too long for the tests, each bounded and checked.

- kills: an import and an undo of several megabytes, killed at 500 random points.
- big: an mbox of 10 GB comes in, with memory below 1 GB.
- line: an mbox with one line of 4 GB comes in, likewise, and the mails around it are kept.
- alarms: the false alarms on every working day of the demo's three years (minutes, not hours).
- days: the demo as it would stand on some 26 days of the last year (half an hour): each story told
  and nothing else, and what a newcomer is to see first and second.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench import cache, mbox
from bench.child import Ran, work
from bench.letters import HOUSE
from kith.demo.calendar import hushes
from kith.demo.firm import JANA

POINTS, MAILS_OF_KILLS = 500, 6_000_000  # kills; bytes of the mbox, which is read by two processes
GIGABYTES, LINE = 10, 4
MEGABYTES = 1_000.0
ALARMS = 1  # false ones, a representative and week
HOURS = 3  # of each; longer means that something stands still
Say = Callable[[str], None]


class Failed(Exception):
    """A soak did not end as it must."""


def kills(place: Path, say: Say) -> None:
    source, home, seed = place / "All.mbox", place / "home", random.SystemRandom().randrange(10**9)
    mails = mbox.make(source, MAILS_OF_KILLS)
    say(f"{POINTS} kills, {mails:,} mails, seed {seed}")
    environment = {**os.environ, "KITH_HOME": str(home)}
    _run("-m", "kith", *_INIT, environment=environment, given="correct horse battery\n")
    found = _run(
        "-m", "tests.pipeline.killing", str(source), str(seed), str(POINTS // 2),
        environment=environment,
    )  # fmt: skip
    points = json.loads(found)["points"]
    wrong = [point for point in points if not point["right"]]
    say(f"{sum(p['killed'] for p in points)} of {len(points)} were killed before their end")
    if wrong:
        raise Failed(f"seed {seed}: {wrong}")


def big(place: Path, say: Say) -> None:
    cache.need(f"An mbox of {GIGABYTES} GB, with its ledger,", 3 * GIGABYTES * cache.GIGABYTE)
    file = place / "big.mbox"
    mails = mbox.make(file, GIGABYTES * cache.GIGABYTE)
    say(f"an mbox of {GIGABYTES} GB, {mails:,} mails")
    ran = work("imports", file, HOUSE, home=place / "home")
    _check(ran, mails, say)


def line(place: Path, say: Say) -> None:
    cache.need(f"A line of {LINE} GB", 2 * LINE * cache.GIGABYTE)
    file = place / "line.mbox"
    around = mbox.make(file, 100_000)
    block = b"x" * 2**20
    with file.open("ab") as handle:
        handle.write(b"\nFrom nobody Mon Jan  6 10:00:00 2025\nFrom: a@client.example\n\n")
        for _ in range(LINE * 2**10):
            handle.write(block)
        handle.write(b"\n\n")
    say(f"a line of {LINE} GB after {around} mails")
    ran = work("imports", file, HOUSE, home=place / "home")
    _check(ran, around + 1, say)


def alarms(place: Path, say: Say) -> None:
    home = place / "home"
    _run("-m", "kith", "demo", "--no-serve", environment={**os.environ, "KITH_HOME": str(home)})
    said = work("alarms", home=home).said
    for row in said["table"].splitlines():
        say(row)
    if max(said["per_week"].values()) > ALARMS:
        raise Failed(f"A representative has more than {ALARMS} false alarm a week.")


def days(place: Path, say: Say) -> None:
    """Every day of the week, one in each fortnight or so up to today, and those after a hush."""
    wrong, today = {}, datetime.now(UTC).date()
    usual = {today - timedelta(days=ago) for ago in range(0, 365, 16)}
    after = {day for year in (today.year - 1, today.year) for _, day in hushes(year)}
    for day in sorted(usual | {day for day in after if day <= today}, reverse=True):
        said = work("demo_day", day, home=place / f"{day}").said
        shutil.rmtree(place / f"{day}")
        if faults := _faults_of_a_demo(said):
            wrong[f"{day:%a %d %b %Y}"] = faults
        say(f"{day:%a %d %b %Y}: {'; '.join(faults) or 'as it must be'}")
    if wrong:
        raise Failed(f"Of {len(wrong)} days the demo is not what it must be.")


def _faults_of_a_demo(said: Mapping[str, Any]) -> list[str]:
    """Journey 1: an account in red first, the friend who costs money second, and nobody's list
    empty or longer than they get through."""
    faults = [f"{name} is not told" for name in said["untold"]]
    faults += [f"nothing explains {one}" for one in said["unexplained"]]
    first, second, *_ = said["seen"][JANA.name]
    if first != ["gone_quiet", True] or second[0] != "leaking":
        faults.append(f"{JANA.name} sees {first} first, {second} second")
    few = [name for name, seen in said["seen"].items() if not 2 <= len(seen) <= 5]
    return faults + [f"{name} sees {len(said['seen'][name])}" for name in few]


SOAKS: Mapping[str, Callable[[Path, Say], None]] = {
    "kills": kills, "big": big, "line": line, "alarms": alarms, "days": days,
}  # fmt: skip
_INIT = ("init", "--company", "House", "--domain", HOUSE, "--email", f"ann@{HOUSE}",
         "--password-stdin")  # fmt: skip


def _check(ran: Ran, mails: int, say: Say) -> None:
    say(f"{ran.said['read']:,} read in {ran.said['seconds']:,.0f} s, {ran.megabytes:,.0f} MB")
    if ran.said["read"] != mails:
        raise Failed(f"{mails:,} mails lay there, {ran.said['read']:,} were read.")
    if ran.megabytes > MEGABYTES:
        raise Failed(f"It took {ran.megabytes:,.0f} MB of memory, not at most {MEGABYTES:,.0f}.")


def _run(*command: str, environment: Mapping[str, str], given: str = "") -> str:
    """Progress goes on to standard error. Raises CalledProcessError, or TimeoutExpired."""
    done = subprocess.run(
        [sys.executable, *command], cwd=cache.ROOT, env=environment, stdout=subprocess.PIPE,
        input=given, text=True, check=True, timeout=HOURS * 3600,
    )  # fmt: skip
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SOAKS))
    for name in parser.parse_args().names or SOAKS:
        print(name, flush=True)
        with tempfile.TemporaryDirectory(prefix="kith-soak-", dir=cache.folder()) as place:
            SOAKS[name](Path(place), lambda step: print(f"  {step}", flush=True))
    print("All of it held.")


if __name__ == "__main__":
    main()
