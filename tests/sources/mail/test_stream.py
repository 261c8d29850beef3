import multiprocessing
import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from kith.sources.mail import stream
from kith.sources.mail.stream import ParserDied, records
from kith.sources.mail.wire import pack, unpack
from kith.terms.errors import BadInput
from kith.terms.records import MailRecord, Refusal
from kith.terms.words import Part
from tests.sources.mail.letters import LATEST, letter

COUNT = 1300


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than SMALL, of several chunks, with a refusal."""
    root = tmp_path_factory.mktemp("source")
    for number in range(COUNT):
        body = "word " * 700
        (root / f"{number:05}").write_bytes(letter(f"Message-ID: <{number}@x>", body=body))
    (root / "none").write_bytes(b"no mail")
    return root


def children() -> int:
    return len(multiprocessing.active_children())


def test_both_ways_give_the_same_in_bounded_chunks(source: Path) -> None:
    beside = list(records(source, latest=LATEST))
    here = list(records(source, latest=LATEST, workers=False))
    assert beside == here
    assert all(len(chunk.items) <= stream.MAILS for chunk in beside)
    items = list(chain.from_iterable(chunk.items for chunk in beside))
    found = [item.message_id for item in items if isinstance(item, MailRecord)]
    assert found == [f"{n}@x" for n in range(COUNT)]
    assert isinstance(items[-1], Refusal)
    assert sum(chunk.consumed for chunk in beside) == sum(
        file.stat().st_size for file in source.iterdir()
    )
    assert children() == 0


def test_it_goes_on_after_a_position(source: Path) -> None:
    first = next(iter(records(source, latest=LATEST, after=f"{COUNT - 3:05}")))
    assert [item.position for item in first.items] == [f"{COUNT - 2:05}", f"{COUNT - 1:05}", "none"]


def test_a_reader_that_stops_ends_the_second_process(source: Path) -> None:
    chunks = records(source, latest=LATEST)
    next(chunks)
    assert children() == 1
    chunks.close()
    assert children() == 0


def test_a_second_process_that_dies_is_an_error_and_no_hang(source: Path) -> None:
    chunks = records(source, latest=LATEST)
    next(chunks)
    (child,) = multiprocessing.active_children()
    assert child.pid
    os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(ParserDied):
        list(chunks)
    assert children() == 0


def test_what_the_second_process_raises_is_raised_here(source: Path, tmp_path: Path) -> None:
    link = tmp_path / "source"
    link.symlink_to(source)
    chunks = records(link, latest=LATEST)
    link.unlink()  # measured, and gone when the second process comes to read it
    with pytest.raises(BadInput) as caught:
        next(chunks)
    assert caught.value.cure
    assert children() == 0


def test_a_small_source_needs_no_second_process(tmp_path: Path) -> None:
    (tmp_path / "1").write_bytes(letter())
    chunks = records(tmp_path, latest=LATEST)
    assert len(next(chunks).items) == 1
    assert children() == 0


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        list(records(tmp_path / "none", latest=LATEST))


def test_records_survive_the_way_between_processes(source: Path) -> None:
    (chunk,) = records(source, latest=LATEST, after="01200")
    assert unpack(pack(chunk.items)) == chunk.items
    record = chunk.items[0]
    assert isinstance(record, MailRecord)
    undated = replace(record, sent_at=None, offset_minutes=None, message_id=None)
    (back,) = unpack(pack([undated]))
    assert isinstance(back, MailRecord)
    assert back == undated
    assert isinstance(back.parties[0][0], Part)


def test_the_second_process_never_loads_django() -> None:
    code = "import sys, kith.sources.mail.stream; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
