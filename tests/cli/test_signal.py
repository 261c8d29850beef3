"""`kith signal`: a table by name, whole for the operator, cut for a user."""

import csv
import json
from datetime import timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.ledger.letters import NOON, Letter, folder
from tests.pipeline.own_ledger import Ledger, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
ANN, BEN = "ann@firm.example", "ben@firm.example"
DAY = "2025-03-12"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Cleo asked Ann, and Dora asked Ben; neither has an answer. Ben has a sign-in."""
    made = ledger(tmp_path_factory.mktemp("home"))
    invited = f"dict(email='{BEN}', name='Ben', invited_at='2025-01-01T00:00Z')"
    made.ask(f"[User.objects.get_or_create(email='{BEN}', defaults={invited})[1]]")
    for who, whom in ((ANN, "cleo@client.example"), (BEN, "dora@dealer.example")):
        path = folder(
            tmp_path_factory.mktemp("mail"),
            [Letter(who, sender=whom, to=(who,), sent=NOON, text="Could you send the price?")],
        )
        made.json("import", "mail", str(path), "--mailbox", who)
    assert made.ask(f"Colleague.objects.filter(user__email='{BEN}').count()") == 1
    return made


def test_the_operator_gets_every_row_with_the_inputs_counts(made: Ledger) -> None:
    found = made.json("signal", "latency", "--as-of", DAY)
    assert set(found) == {"signal", "as_of", "user", "inputs", "rows"}
    assert (found["signal"], found["as_of"], found["user"]) == ("latency", DAY, None)
    assert found["inputs"]["touches"] == 2
    assert [(row["n"], row["n_answered"], row["value"]) for row in found["rows"]] == [
        (1, 0, None)
    ] * 2


def test_what_was_not_known_then_is_not_counted(made: Ledger) -> None:
    earlier = (NOON - timedelta(days=1)).date().isoformat()
    found = made.json("signal", "ties", "--as-of", earlier)
    assert (found["inputs"]["touches"], found["rows"]) == (0, [])


@pytest.mark.parametrize("name", ["latency", "threads_open"])
def test_how_one_of_us_works_is_given_to_them_alone(made: Ledger, name: str) -> None:
    everybody = made.json("signal", name, "--as-of", DAY)["rows"]
    for who in (ANN, BEN):
        (own,) = made.json("signal", name, "--as-of", DAY, "--user", who)["rows"]
        user = f"Colleague.objects.get(pk={own['colleague_id']}).user.email"
        assert made.ask(user) == who
        assert own in everybody


def test_what_the_team_sees_each_of_it_gets_whole(made: Ledger) -> None:
    assert len(made.json("signal", "ties", "--as-of", DAY, "--user", BEN)["rows"]) == 2


def test_an_account_that_is_private_is_in_nobodys_table_but_the_operators(made: Ledger) -> None:
    rows = made.json("signal", "relations", "--as-of", DAY)["rows"]
    assert len(rows) == 2
    made.json("who-is-who", "set", "dealer.example", "private")
    seen = made.json("signal", "relations", "--as-of", DAY, "--user", BEN)["rows"]
    made.json("who-is-who", "set", "dealer.example", "customer")  # as the other tests know it
    assert len(seen) == 1


def test_a_file_holds_the_same_rows_in_each_format(made: Ledger, tmp_path: Path) -> None:
    rows = made.json("signal", "ties", "--as-of", DAY)["rows"]
    for ending in ("parquet", "csv", "json"):
        file = tmp_path / f"ties.{ending}"
        told = made.json("signal", "ties", "--as-of", DAY, "-o", str(file))
        assert (told["file"], told["rows"]) == (str(file), 2)
    assert json.loads((tmp_path / "ties.json").read_text()) == rows
    with (tmp_path / "ties.csv").open() as lines:
        assert [row["contact_id"] for row in csv.DictReader(lines)] == [
            str(row["contact_id"]) for row in rows
        ]
    table = pq.read_table(tmp_path / "ties.parquet")
    assert json.loads(json.dumps(table.to_pylist(), default=str)) == rows


def test_what_is_defined_in_several_ways_carries_its_definition(
    made: Ledger, tmp_path: Path
) -> None:
    file = tmp_path / "waterfall.csv"
    made.json("signal", "waterfall", "--as-of", DAY, "-o", str(file))
    assert file.read_text().splitlines()[0].endswith(",account_wide,definition")


def test_people_read_a_table(made: Ledger) -> None:
    first, head, *rows = made.run("signal", "answers", "--as-of", DAY).stdout.splitlines()
    about, _, inputs = first.partition(", from ")
    assert about == "# answers as of 2025-03-12"
    assert {"2 touches", "2 contacts", "2 colleagues", "2 accounts"} <= set(inputs.split(", "))
    assert head.startswith("contact_id\tvalue\tlow")
    assert rows == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("signal", "luck"), "kith: There is no signal luck. There are: "),
        (("signal", "ties", "-o", "ties.xls"), "kith: ties.xls has no ending that is known."),
    ],
)
def test_an_error_is_one_sentence(made: Ledger, args: tuple[str, ...], said: str) -> None:
    done = made.run(*args)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(said)
