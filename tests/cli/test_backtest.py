"""`kith backtest`: a look back over a ledger that came in through the importer."""

from datetime import datetime, timedelta

import pytest

from tests.ledger.letters import NOON, Letter, folder
from tests.pipeline.own_ledger import Ledger, ledger

ANN, CLEO, DORA = "ann@firm.example", "cleo@client.example", "dora@dealer.example"
STOPPED = 210  # days before the newest mail


def letters(newest: datetime) -> list[Letter]:
    """Dora writes every ten days; Cleo did, and stopped. Ann answered both every time."""
    found = []
    for ago in range(0, 400, 10):
        sent = newest - timedelta(days=ago)
        for whom in (DORA, CLEO) if ago >= STOPPED else (DORA,):
            name, answered = f"{whom[:4]}-{ago}", sent + timedelta(hours=1)
            found.append(Letter(name, sender=whom, to=(ANN,), sent=sent, text=name))
            found.append(Letter(f"re-{name}", sender=ANN, to=(whom,), sent=answered, text=name))
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    made = ledger(tmp_path_factory.mktemp("home"))
    path = folder(tmp_path_factory.mktemp("mail"), letters(NOON))
    made.json("import", "mail", str(path), "--mailbox", ANN)
    return made


@pytest.mark.django_db  # so that PostgreSQL is tried too
def test_it_counts_alarms_and_says_when_they_are_too_few(made: Ledger) -> None:
    found = made.json("backtest", "silence")
    assert set(found) == {"as_of", "silence", "kinds"}
    trial = found["silence"]
    assert (trial["enough"], trial["beats"], trial["budget"]) == ("origins", False, 5)
    assert trial["ways"]["silence"]["right"] == trial["stopped"] > 0
    assert trial["cases"] > trial["stopped"]
    assert made.json("backtest", "silence") == found
    assert made.ask("Backtest.objects.get(name='silence').result['cases']") == trial["cases"]


def test_in_words_it_says_that_it_is_not_enough(made: Ledger) -> None:
    done = made.run("backtest")
    assert done.returncode == 0, done.stderr
    assert "Not enough evidence: fewer than 12 months to look back from." in done.stdout
    assert "gone_quiet" in done.stdout
    assert "cleo" not in done.stdout.lower()
    assert made.ask("Backtest.objects.filter(name='kinds').count()") == 1


def test_an_empty_ledger_has_no_past(tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = ledger(tmp_path_factory.mktemp("empty"))
    assert "too young for a single look back" in empty.run("backtest", "silence").stdout
