"""After an erasure no byte in Kith's folder tells of the person, however often it was killed."""

import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.ledger.letters import NOON, Letter, mbox
from tests.pipeline.own_ledger import Ledger, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
ANN = "ann@firm.example"
Counts = dict[str, int]
HERS = "w.quillfeather@heronry.example"
WANDA = f"Wanda Quillfeather <{HERS}>"
WORDS = (b"w.quillfeather", b"quillfeather", b"wanda", b"heronry", b"zirkelstueck")
MAILS = 600
KILLS = (0.0, 0.05, 0.1, 0.2, 0.4)  # seconds after its first step, at the latest


def letters() -> list[Letter]:
    """Wanda writes, is written to, is copied, is spoken of; and much has nothing to do with her."""
    return [letter(n) for n in range(MAILS)]


def letter(n: int) -> Letter:
    sent, other = NOON + timedelta(hours=n), f"Person {n % 40} <p{n % 40}@client{n % 7}.example>"
    match n % 10:
        case 0:
            return Letter(f"m{n}", sender=WANDA, sent=sent, text=f"Zirkelstueck {n}?\n\nWanda")
        case 1:
            return Letter(
                f"m{n}", sender=ANN, to=(WANDA,), sent=sent, text="Here.", refers=(f"m{n - 1}",)
            )
        case 2:
            text = f"Line {n}: Wanda agrees.\n\nOn Friday {WANDA} wrote:\n> Let us meet."
            return Letter(f"m{n}", sender=other, cc=(WANDA,), sent=sent, text=text)
        case 3:
            return Letter(f"m{n}", sender=other, sent=sent, text=f"{n}: ask Quillfeather,\nWanda!")
    return Letter(f"m{n}", sender=other, sent=sent, subject=f"Order {n}", text="word " * 100)


def holding(home: Path, words: Iterable[bytes] = WORDS) -> dict[str, list[bytes]]:
    """Files below the folder in which any of the words stands, in any case."""
    found = {}
    for file in sorted(path for path in home.rglob("*") if path.is_file()):
        data = file.read_bytes().lower()
        if there := [word for word in words if word in data]:
            found[str(file.relative_to(home))] = there
    return found


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return mbox(tmp_path_factory.mktemp("source") / "All.mbox", letters())


def imported(home: Path, source: Path) -> Ledger:
    made = ledger(home)
    made.json("import", "mail", str(source), "--mailbox", ANN)
    return made


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, Counts, object]:
    """A ledger whose erasure nobody disturbed, what it did, and the content it left."""
    made = imported(tmp_path_factory.mktemp("whole"), source)
    counts = made.json("erase", HERS)["counts"]
    return made, counts, made.ask("content()")


TRACES = (
    "[row for model in __import__('django.apps', fromlist=['apps']).apps.get_app_config('ledger')"
    ".get_models() for row in map(str, model.objects.values_list()) if 'uillfeather' in row]"
)


def test_no_byte_is_left_of_who_is_erased(source: Path, tmp_path: Path) -> None:
    made = imported(tmp_path / "home", source)
    made.json("refresh")
    # The ledger, and its mirror: an account's domain is one of the facts. Names and words are not.
    held = holding(made.home)
    mirror = {file: held.pop(file) for file in [*held] if file.startswith("facts/accounts/")}
    assert list(mirror.values()) == [[b"heronry"]]
    if not made.url:
        assert set(held) == {"kith.db"}
    (made.home / "mine").mkdir()
    (made.home / "mine" / "copy.eml").write_bytes(letter(0).data())
    done = made.run("erase", HERS)
    assert done.returncode == 0, done.stderr
    assert "This cannot be undone." in done.stdout
    assert "still hold their address: mine/copy.eml" in done.stdout
    (made.home / "mine" / "copy.eml").unlink()
    assert made.ask(TRACES) == []
    assert holding(made.home) == {}
    made.json("refresh")
    assert holding(made.home) == {}


def test_an_erasure_killed_again_and_again_ends_as_one_that_was_not(
    whole: tuple[Ledger, Counts, object], source: Path, tmp_path: Path
) -> None:
    _, counts, content = whole
    assert counts["mails deleted"] == 2 * MAILS // 10
    assert counts["mails they were taken out of"] == MAILS // 10
    assert counts["mails that named them"] == MAILS // 10
    made = imported(tmp_path / "home", source)
    random = Random()
    killed = [killed_at_work(made, random.uniform(0.0, longest)) for longest in KILLS]
    assert any(killed)
    # Begun and cut off, it is found again by whom it is of, or by the worker's next minute.
    made.json("erase", HERS)
    erasures = made.ask("list(Erasure.objects.order_by('id').values('state', 'whom', 'counts'))")
    assert {(row["state"], str(row["whom"])) for row in erasures} == {("done", "{}")}
    for name, count in counts.items():
        assert sum(row["counts"].get(name, 0) for row in erasures) == count, name
    assert made.ask("content()") == content
    if not made.url:
        assert holding(made.home) == {}


def killed_at_work(made: Ledger, after: float) -> bool:
    """Kills an erasure so many seconds after it has taken its first step. False: it was done."""
    process = made.start("erase", HERS)
    begun = made.home / "locks" / "erase"
    begun.unlink(missing_ok=True)
    while process.poll() is None and not begun.exists():
        time.sleep(0.01)
    time.sleep(after)
    process.kill()
    return process.wait() != 0


def test_an_import_under_way_does_not_bring_them_back(
    whole: tuple[Ledger, Counts, object], source: Path, tmp_path: Path
) -> None:
    made = ledger(tmp_path / "home")
    running = made.start("import", "mail", str(source), "--mailbox", ANN)
    while not made.ask("Address.objects.count()") and running.poll() is None:
        pass
    made.json("erase", HERS)
    assert running.wait(120) == 0
    assert made.ask(TRACES) == []
    assert made.json("imports")["batches"][0]["state"] == "done"
    if not made.url:
        assert holding(made.home) == {}
    if made.ask("Erasure.objects.get().counts.get('addresses', 0)"):
        assert made.ask("content()") == whole[2]
