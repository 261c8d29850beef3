"""`kith why`, as somebody types it."""

import pytest

from tests.ledger.letters import Letter, folder
from tests.pipeline.own_ledger import Ledger, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
ANN = "ann@firm.example"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    home = tmp_path_factory.mktemp("home")
    found = ledger(home)
    folder(home / "mail", [Letter("a"), Letter("b", sent=None, subject="Undated")])
    found.json("import", "mail", str(home / "mail"), "--mailbox", ANN)
    return found


def test_the_operator_is_told_what_became_of_it_and_no_subject(made: Ledger) -> None:
    said = made.run("why", "<a@post.example>").stdout
    assert "It is here, of 2025-03-04, and it counts." in said
    assert "into ann@firm.example: new" in said
    assert "Seals" not in said
    assert "Seals for the P-40" in made.run("why", "a@post.example", "--user", ANN).stdout


def test_json_is_one_object(made: Ledger) -> None:
    undated = made.json("why", "b@post.example")
    assert (undated["kind"], undated["kept"]["reason"]) == ("message", "undated")
    address = made.json("why", "cleo@client.example")
    assert (address["kind"], address["reasons"]) == ("address", {"counted": 1, "undated": 1})
    day = made.json("why", "2025-03-04", "--user", ANN)
    assert day["mailboxes"] == {ANN: {"counted": 1}}


def test_what_was_never_met_says_what_to_look_at(made: Ledger) -> None:
    for asked in ("x@nowhere.example", "2001-01-01", "not-an-address"):
        done = made.run("why", asked)
        assert done.returncode == 0
        assert "No import has met" in done.stdout
        assert "Was its folder in the file" in done.stdout


def test_what_is_no_day_is_refused_with_a_cure(made: Ledger) -> None:
    done = made.run("why", "2025-02-30")
    assert done.returncode == 1
    assert "Write it as 2026-03-31." in done.stderr


def test_no_strangers_sign_commands_the_terminal(made: Ledger) -> None:
    place = made.home / "odd\x1b[2J\u202efolder"
    folder(place, [Letter("c")])
    (place / "nothing.eml").write_bytes(b"no mail at all\n")
    done = made.run("import", "mail", str(place), "--mailbox", ANN)
    listed = made.run("imports")

    assert "refused: " in done.stderr
    for said in (done.stdout, done.stderr, listed.stdout):
        assert "\x1b" not in said
        assert "\u202e" not in said
    assert "[U+202E]folder" in listed.stdout
