"""How much goes into one transaction, and that a text is read once for all its copies."""

import pickle
import time
from collections.abc import Sequence
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.activities.incoming import IncomingMail
from kith.ledger.people.sighted import Sighted
from kith.ledger.whole.chunk import MailChunk, together
from kith.pipeline.decide import House
from kith.pipeline.ingest import gathered
from kith.pipeline.once import KEPT, Once
from kith.pipeline.organisations import OurDomains
from kith.pipeline.pace import Pace
from kith.pipeline.prepare import decided, prepared, shared
from kith.terms.records import Refusal
from kith.terms.words import Level
from tests.ledger.letters import NOON, Letter, mbox


def chunk(number: int, *, items: int = 10, bytes_: int = 100, name: str = "") -> MailChunk:
    left_out = [Refusal(f"{number}.{n}", "empty") for n in range(items)]
    ben = Sighted("ben@pumps.example", name, ours=False, domain="pumps.example")
    return MailChunk([ben], [], left_out, cursor=str(number), bytes_done=bytes_, erased=3)


def pace(size: int, *, goal: float = 1.0) -> Pace:
    return Pace(goal, fewest=10, most=1_000, size=size)


def cursors(made: Sequence[MailChunk], size: int) -> list[str]:
    return [one.cursor for one in gathered(made, pace(size))]


def test_as_many_chunks_go_together_as_the_pace_allows() -> None:
    made = [chunk(n) for n in range(7)]
    assert cursors(made, 10) == ["0", "1", "2", "3", "4", "5", "6"]
    assert cursors(made, 30) == ["2", "5", "6"]
    assert cursors(made, 35) == ["2", "5", "6"]
    assert cursors(made, 1_000) == ["6"]
    assert cursors([], 10) == []


def test_a_chunk_larger_than_the_pace_goes_alone() -> None:
    assert cursors([chunk(0, items=50), chunk(1), chunk(2)], 20) == ["0", "2"]


def test_chunks_of_many_bytes_do_not_go_together() -> None:
    made = [chunk(n, bytes_=3 * 1024 * 1024) for n in range(3)]
    assert cursors(made, 1_000) == ["0", "1", "2"]


@given(st.lists(st.integers(0, 40), max_size=20), st.integers(10, 200))
def test_nothing_is_lost_or_moved_by_going_together(sizes: list[int], size: int) -> None:
    made = [chunk(n, items=items) for n, items in enumerate(sizes)]
    found = list(gathered(made, pace(size)))
    assert [r.position for one in found for r in one.left_out] == [
        r.position for one in made for r in one.left_out
    ]
    assert sum(one.bytes_done for one in found) == 100 * len(made)
    assert [one.cursor for one in found][-1:] == [one.cursor for one in made][-1:]


def test_a_chunk_crosses_from_one_process_to_another_as_it_is(tmp_path: Path) -> None:
    house = House(OurDomains(frozenset({"firm.example"})), ZoneInfo("UTC"), {})
    source, latest = mbox(tmp_path / "All.mbox", [Letter("m1")]), NOON + timedelta(days=1)
    [made] = prepared(source, None, latest, house, "ann@firm.example", Level.FULL)
    found = pickle.loads(pickle.dumps(made, protocol=5))
    assert found == made
    assert isinstance(found, MailChunk)
    assert isinstance(found.people[0], Sighted)
    assert isinstance(found.mails[0], IncomingMail)


def test_what_is_left_to_the_writer_is_decided_as_it_would_have_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(OurDomains(frozenset({"firm.example"})), ZoneInfo("UTC"), {})
    letters = [Letter(f"m{n}", text=f"Word {n}: can you send it?") for n in range(40)]
    source, latest = mbox(tmp_path / "All.mbox", letters), NOON + timedelta(days=1)
    monkeypatch.setattr("kith.sources.mail.chunks.MAILS", 3)
    mine = (house, "ann@firm.example", Level.FULL)
    expected = list(prepared(source, None, latest, *mine))
    turns = cycle([0, 2, 1])
    made = shared(source, None, latest, *mine, waiting=lambda: next(turns))
    sent = [pickle.loads(pickle.dumps(one, protocol=5)) for one in made]
    left = [not isinstance(one, MailChunk) for one in sent]
    assert left == [place % 3 == 0 for place in range(len(expected))]
    assert [one if isinstance(one, MailChunk) else decided(one, *mine) for one in sent] == expected


def test_somebody_in_two_chunks_bears_the_fuller_name_whichever_came_first() -> None:
    one, other = chunk(0, name="Weber, Ben"), chunk(1, name="Ben")
    for both in ([one, other], [other, one]):
        (ben,) = together(both).people
        assert ben.name == "Ben Weber"
    assert together([one, other]).erased == 3


def test_the_pace_follows_the_time_that_work_takes() -> None:
    kept = pace(100, goal=10.0)
    with kept.kept(100):
        pass
    assert kept.size == 200  # at most twice as many at once
    with kept.kept(200):
        time.sleep(0.2)
    assert kept.size == 400  # to wait is no work
    slow = pace(100, goal=0.001)
    with slow.kept(100):
        began = time.thread_time()
        while time.thread_time() - began < 0.02:
            pass
    assert slow.size == 10


def test_a_text_is_read_once_and_what_was_kept_stays_bounded() -> None:
    read: list[str] = []

    def length(text: str) -> int:
        read.append(text)
        return len(text)

    once = Once(length)
    texts = [f"text {n}" for n in range(KEPT)]
    assert [once(text) for text in texts + texts] == [len(text) for text in texts + texts]
    assert read == texts
    again, forgotten = texts[:2]
    others = [f"another {n}" for n in range(KEPT)]
    for text in [again, *others]:
        once(text)
    read.clear()
    assert [once(again), once(forgotten)] == [len(again), len(forgotten)]
    assert read == [forgotten]


def test_two_texts_are_told_apart_by_both() -> None:
    once = Once(lambda one, other: f"{one}|{other}")
    asked = [("a", "bc"), ("ab", "c"), ("a", "b"), ("b", "a")]
    assert [once(*both) for both in asked * 2] == ["a|bc", "ab|c", "a|b", "b|a"] * 2
