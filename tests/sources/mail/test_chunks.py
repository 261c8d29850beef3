from itertools import chain
from pathlib import Path

import pytest

from kith.sources.mail.chunks import MAILS, Chunk, chunks, first_mails, parsed
from kith.terms.errors import BadInput
from kith.terms.records import MailRecord, Refusal
from tests.sources.mail.letters import LATEST, letter

COUNT = 1300


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of several chunks, with a refusal at its end."""
    root = tmp_path_factory.mktemp("source")
    for number in range(COUNT):
        (root / f"{number:05}").write_bytes(letter(f"Message-ID: <{number}@x>"))
    (root / "none").write_bytes(b"no mail")
    return root


def test_chunks_are_bounded_and_lose_nothing(source: Path) -> None:
    found = list(chunks(source, latest=LATEST))
    assert all(len(chunk.items) <= MAILS for chunk in found)
    items = list(chain.from_iterable(chunk.items for chunk in found))
    ids = [item.message_id for item in items if isinstance(item, MailRecord)]
    assert ids == [f"{n}@x" for n in range(COUNT)]
    assert isinstance(items[-1], Refusal)
    assert sum(chunk.consumed for chunk in found) == sum(
        file.stat().st_size for file in source.iterdir()
    )


def test_they_go_on_after_a_position(source: Path) -> None:
    first = next(iter(chunks(source, latest=LATEST, after=f"{COUNT - 3:05}")))
    assert [item.position for item in first.items] == [f"{COUNT - 2:05}", f"{COUNT - 1:05}", "none"]


@pytest.mark.parametrize(("most", "bytes_"), [(3, 10**6), (250, 10**6), (10**4, 10**6), (9, 1)])
def test_what_comes_first_and_what_comes_after_it_is_all_of_it(
    source: Path, most: int, bytes_: int
) -> None:
    first = first_mails(source, after=None, most=most, bytes_=bytes_)
    assert len(first) == (1 if bytes_ == 1 else min(most, COUNT + 1))
    rest = chunks(source, latest=LATEST, after=first[-1].position)
    found = [*parsed(first, latest=LATEST), *rest]
    whole = list(chunks(source, latest=LATEST))
    assert items(found) == items(whole)
    assert sum(chunk.consumed for chunk in found) == sum(chunk.consumed for chunk in whole)


def test_nothing_comes_first_where_nothing_is_left(source: Path) -> None:
    assert first_mails(source, after="none", most=3, bytes_=100) == []


def items(found: list[Chunk]) -> list[MailRecord | Refusal]:
    return list(chain.from_iterable(chunk.items for chunk in found))


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        list(chunks(tmp_path / "none", latest=LATEST))
