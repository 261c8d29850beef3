"""Killed at any moment, an import or a refresh leaves a ledger that goes on as if nothing was."""

import time
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from tests.ledger.letters import NOON, Letter, mbox
from tests.pipeline.own_ledger import Ledger, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
MAILS = 2_000
KILLS = 5
COUNTS = "[Activity.objects.count(), ActivityText.objects.count(), Participant.objects.count()]"
HELD = "Arrival.objects.filter(kind=Arrival.ACTIVITY).count()"


def letters() -> list[Letter]:
    """Several chunks of mail from forty people, in conversations; some of it twice."""
    return [
        Letter(
            f"m{n}",
            sender=f"Person {n % 40} <p{n % 40}@client{n % 13}.example>",
            sent=NOON + timedelta(hours=n),
            subject=f"Order {n % 400}",
            text=f"Line {n}. Could you send the price?\n" + "word " * 100,
            refers=(f"m{n - 400}",) if n % 3 == 0 and n >= 400 else (),
        )
        for n in [*range(MAILS), *range(0, MAILS, 10)]
    ]


class Whole(NamedTuple):
    """An undisturbed import's ledger, as it was right after it, and how long it took."""

    ledger: Ledger
    content: object
    counts: object
    seconds: float


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return mbox(tmp_path_factory.mktemp("source") / "All.mbox", letters())


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A ledger after an import that nobody disturbed."""
    made = ledger(tmp_path_factory.mktemp("whole"))
    began = time.perf_counter()
    made.json("import", "mail", str(source), "--mailbox", "ann@firm.example")
    seconds = time.perf_counter() - began
    return Whole(made, made.ask("content()"), made.ask(COUNTS), seconds)


def test_an_import_killed_again_and_again_ends_as_one_that_was_not(
    source: Path, whole: Whole, tmp_path: Path
) -> None:
    made = ledger(tmp_path / "home")
    command = ("import", "mail", str(source), "--mailbox", "ann@firm.example")
    random = Random()
    # What starting takes is lost each time: later kills must wait longer to get anywhere.
    kills = [random.uniform(0.2, 0.9) * whole.seconds for _ in range(KILLS)]
    killed = [made.kill(after, *command) for after in kills]
    assert any(killed), kills
    made.json(*command)
    batches = made.json("imports")["batches"]
    assert {b["state"] for b in batches} == {"done"}
    assert sum(b["kept"] for b in batches) == MAILS
    # One batch that was gone on with, unless a kill came after its end: then the next saw it all.
    assert [b["read"] for b in batches] == [len(letters())] * len(batches)
    assert made.ask("content()") == whole.content
    assert made.ask(COUNTS) == whole.counts
    assert made.ask(HELD) == MAILS * len(batches)


SEEN = (
    "[Run.objects.filter(state='done').order_by('-id').values_list('id', flat=True)[0],"
    " sorted(map(str, Finding.objects.values_list('id', 'key', 'rank')))]"
)
VALUES = (
    "sorted(map(str, __import__('kith.ledger.insights.readers', fromlist=['x'])"
    ".current_gauges().values_list("
    "'name', 'account_id', 'contact_id', 'colleague_id', 'value', 'n', 'parts')))"
)


def test_a_killed_refresh_was_never_seen(whole: Whole, tmp_path: Path) -> None:
    made = whole.ledger
    began = time.perf_counter()
    made.json("refresh")
    seconds = time.perf_counter() - began
    seen, values = made.ask(SEEN), made.ask(VALUES)
    more = mbox(tmp_path / "More.mbox", [Letter("new", sent=NOON + timedelta(days=200))])
    made.json("import", "mail", str(more), "--mailbox", "ann@firm.example")
    random = Random()
    for _ in range(2):
        made.kill(random.uniform(0.4, 0.8) * seconds, "refresh")
        now = made.ask(SEEN)
        if now[0] == seen[0]:  # else it had finished its run before it was killed
            assert (now, made.ask(VALUES)) == (seen, values)
        seen, values = now, made.ask(VALUES)
    made.json("refresh")
    assert (
        made.ask("list(Run.objects.order_by('id').values_list('state', flat=True))")[-1] == "done"
    )
    after = made.ask(VALUES)
    assert made.ask("Gauge.objects.count()") == len(after)
    # As whole as one that starts from nothing.
    made.ask("__import__('shutil').rmtree(__import__('django.conf').conf.settings.HOME / 'gauges')")
    made.json("refresh")
    assert made.ask(VALUES) == after
