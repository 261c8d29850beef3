"""No byte of what was undone stays: not in the database's files, not in the columns."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from kith.facts.manifest import FILE, read_manifest
from kith.ledger.insights.models import Finding, Gauge
from kith.ledger.rights.models import User
from kith.ledger.search.readers import search
from kith.ledger.search.tidy_writers import merge
from kith.pipeline.refresh import refresh
from kith.pipeline.tidy import optimise
from kith.pipeline.undo import undo
from tests.disk import bytes_of
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.facts import table

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="reads the files SQLite keeps"),
]
WORDS = ("Undonesubject", "undonetext", "undone.person@undone-firm.example", "Ursula Undone")


def letters() -> list[Letter]:
    gone = Letter(
        "gone", sender=f"{WORDS[3]} <{WORDS[2]}>", subject=WORDS[0],
        text=f"Could you send the {WORDS[1]}? " + f"{WORDS[1]}s " * 5_000,
    )  # fmt: skip
    return [gone, *(Letter(f"g{n}", gone.sender, text=f"{WORDS[1]} {n}") for n in range(300))]


def on_disk() -> dict[str, bytes]:
    """Everything below Kith's folder, and the database of the tests with what lies beside it."""
    database = Path(str(connection.settings_dict["NAME"]))
    files = [*database.parent.glob(f"{database.name}*"), *settings.HOME.rglob("*")]
    return {file.name: bytes_of(file).lower() for file in files if file.is_file()}


def found_on_disk(word: str) -> list[str]:
    return [name for name, data in on_disk().items() if word.lower().encode() in data]


def index_words() -> set[str]:
    """The words that the index still knows; it keeps them cut into prefixes and rests."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, ledger_search, row)")
        cursor.execute("SELECT term FROM temp.words")
        found = {term for (term,) in cursor.fetchall()}
        cursor.execute("DROP TABLE temp.words")
    return found


@pytest.mark.parametrize("held_elsewhere", [False, True])
def test_no_byte_of_an_undone_import_stays(
    held_elsewhere: bool, firm: User, bring_in: BringIn
) -> None:
    other = Letter("stays", text="Something staying.", subject="Staying")
    bring_in(other)
    batch = bring_in(*letters(), mailbox=BEN)
    if held_elsewhere:  # by a mailbox that keeps who and when alone
        bring_in(*letters(), mailbox="carl@firm.example", keep=1)
    assert all(map(found_on_disk, WORDS))
    assert "undonetext" in index_words()
    undo(batch.pk)
    gone = WORDS[:2] if held_elsewhere else WORDS
    assert [word for word in gone if found_on_disk(word)] == []
    assert not [word for word in index_words() if word.startswith("undone")]
    assert found_on_disk("Something staying.")


def test_what_was_computed_from_it_goes_as_well(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("stays", sender=ANN, to=("dora@dealer.example",)))
    out, back = ("cleo@client.example", ANN), (ANN, "cleo@client.example")
    batch = bring_in(
        *(
            Letter(f"m{n}", sender=sender, to=(to,), refers=(f"m{n - 1}",), text=f"Price {n}?")
            for n, (sender, to) in enumerate([out, back] * 9)
        )
    )
    run = refresh()
    assert table("touches").num_rows == 19
    gauges = Gauge.objects.count()
    undo(batch.pk)
    assert table("touches").num_rows == 1
    listed = {part.file for part in read_manifest(settings.KITH_FACTS).values()}
    there = {p.relative_to(settings.KITH_FACTS).as_posix() for p in settings.KITH_FACTS.glob("*/*")}
    assert there == listed - {FILE}
    assert not (settings.HOME / "gauges").exists()
    assert 0 < Gauge.objects.count() < gauges
    assert not Finding.objects.filter(run=run, account__name="Client").exists()
    assert refresh().report["gauges"] == Gauge.objects.count()


def pieces() -> int:
    """Of how many pieces the index consists: the upper bits of its pages' numbers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT id >> 37) FROM ledger_search_data WHERE id > 10")
        return int(cursor.fetchone()[0])


def test_the_index_is_merged_in_small_transactions_and_finds_what_it_found(
    firm: User, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def counted(name: str, pages: int, *, actor: User | None) -> bool:
        written.append(name)
        return merge(name, pages, actor=actor)

    monkeypatch.setattr("kith.pipeline.tidy.merge", counted)
    monkeypatch.setattr("kith.pipeline.tidy.PAGES", 2)
    for n in range(3):
        words = " ".join(f"word{i}x{n}" for i in range(3_000))
        bring_in(Letter(f"m{n}", subject=f"Number {n}", text=words))
    assert pieces() == 3
    optimise(actor=None)
    assert pieces() == 1
    assert written.count("ledger_search") > 5
    assert [hit.seen.subject for hit in search(firm, "word7x1 ").hits] == ["Number 1"]
    assert "word7x1" in index_words()
