"""The command line as a script meets it: its arguments, its output, its exit status."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.ledger.letters import NOON, Letter, folder, mbox
from tests.pipeline.own_ledger import INIT, Ledger, empty, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
ANN, BEN = "ann@firm.example", "ben@firm.example"
SUBJECT = "Sealing rings"
DAY = "2025-03-12"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Ann wrote to Cleo, who asked four days before 12 March 2025; three things were refused."""
    made = ledger(tmp_path_factory.mktemp("home"))
    path = folder(
        tmp_path_factory.mktemp("mail"),
        [
            Letter("w", sender=ANN, to=("cleo@client.example",), text="Good morning."),
            Letter(
                "q", sent=NOON + timedelta(days=4), subject=SUBJECT,
                text="Could you send the seal price?",
            ),
        ],
    )  # fmt: skip
    for number in range(3):
        (path / f"broken{number}.eml").write_bytes(b"no mail at all")
    done = made.run("import", "mail", str(path), "--mailbox", ANN, "--json")
    assert done.returncode == 3, done.stderr
    assert json.loads(done.stdout) == {
        "id": 1, "kind": "mail", "path": str(path.resolve()), "state": "done",
        "read": 5, "kept": 2, "refused": 3,
    }  # fmt: skip
    return made


def test_what_was_imported_is_listed_newest_first(asked: Ledger, tmp_path: Path) -> None:
    path = folder(tmp_path / "mail", [Letter("w", sender=ANN, to=("cleo@client.example",))])
    done = asked.run("import", "mail", str(path), "--mailbox", BEN)
    assert done.returncode == 0, done.stderr
    assert "1 mails read: 0 new, 1 known already, 0 refused." in done.stdout
    found = asked.json("imports")["batches"]
    assert [set(batch) for batch in found] == [
        {"id", "kind", "path", "state", "read", "kept", "refused"}
    ] * len(found)
    assert [batch["id"] for batch in found] == sorted((b["id"] for b in found), reverse=True)
    assert found[0]["path"] == str(path.resolve())


def test_refused_items_are_named_on_standard_error(asked: Ledger, tmp_path: Path) -> None:
    path = folder(tmp_path / "mail", [Letter("w", sender=ANN, to=("cleo@client.example",))])
    (path / "broken.eml").write_bytes(b"no mail at all")
    done = asked.run("import", "mail", str(path), "--mailbox", ANN)
    assert done.returncode == 3
    assert "refused: broken.eml: not a mail" in done.stderr


def test_todays_findings_keep_their_contract(asked: Ledger) -> None:
    found = asked.json("today", "--as-of", DAY)
    assert set(found) == {"as_of", "user", "findings"}
    assert (found["as_of"], found["user"]) == (DAY, ANN)
    (finding,) = found["findings"]
    assert set(finding) == {"id", "kind", "subject", "sentence", "since", "evidence"}
    assert finding["kind"] == "unanswered"
    assert finding["subject"] == {"account": "Client", "contact": "Cleo Crane"}
    assert finding["since"] == "2025-03-08"
    assert len(finding["evidence"]) == 1
    assert isinstance(finding["id"], int)


def test_words_of_mail_are_printed_for_a_named_reader_alone(asked: Ledger) -> None:
    nobody = asked.run("today", "--as-of", DAY)
    assert "Cleo Crane (Client) asked you something 4 days ago" in nobody.stdout
    assert SUBJECT not in nobody.stdout
    assert SUBJECT in asked.run("today", "--as-of", DAY, "--user", ANN).stdout


def test_another_users_day_is_theirs(asked: Ledger, tmp_path: Path) -> None:
    invited = f"dict(email='{BEN}', name='Ben', invited_at='2025-01-01T00:00Z')"
    asked.ask(f"[User.objects.get_or_create(email='{BEN}', defaults={invited})[1]]")
    found = asked.json("today", "--as-of", DAY, "--user", BEN)
    assert (found["user"], found["findings"]) == (BEN, [])
    nobody = asked.run("today", "--user", "nobody@firm.example")
    assert nobody.returncode == 1
    assert nobody.stderr.startswith("kith: There is no user nobody@firm.example.")


def test_a_refresh_tells_its_day_and_run(asked: Ledger) -> None:
    found = asked.json("refresh", "--as-of", "2025-03-20")
    assert found["as_of"] == "2025-03-20"
    assert {"run", "gauges", "findings", "seconds"} <= set(found)


def test_today_is_refreshed_where_the_last_run_is_of_another_day(asked: Ledger) -> None:
    old = "series='live', as_of='2025-01-01', state='done', started_at='2025-01-01T00:00Z'"
    asked.ask(f"Run.objects.create({old}).pk")
    done = asked.run("today", "--json")
    assert json.loads(done.stdout)["as_of"] > "2025-03-12"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("import", "mail", "/no/such/path", "--mailbox", ANN), 1, "kith: There is nothing at"),
        (INIT, 1, "kith: This ledger already belongs to a firm."),
        (("refresh", "--as-of", "yesterday"), 2, "'yesterday' is no date"),
        (("today", "--as-of", "2025-02-30"), 2, "'2025-02-30' is no date"),
        (("sell",), 2, "No such command 'sell'"),
        (
            ("import", "mail", ".", "--mailbox", ANN, "--level", "metadata"),
            1,
            "kith: ann@firm.example was imported keeping full and sharing metadata. Leave out",
        ),
    ],
)
def test_an_error_is_one_sentence_on_standard_error(
    args: tuple[str, ...], status: int, said: str, asked: Ledger
) -> None:
    done = asked.run(*args, password="correct horse battery\n")
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_an_error_is_one_object_under_json(asked: Ledger) -> None:
    done = asked.run("import", "mail", "/no/such/path", "--mailbox", ANN, "--json")
    assert done.returncode == 1
    assert set(json.loads(done.stdout)) == {"error", "message", "cure"}


def test_before_init_every_command_says_what_to_run(tmp_path: Path) -> None:
    bare = empty(tmp_path / "home")
    for args in (("today",), ("imports",)):
        done = bare.run(*args)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("kith: There is no ledger here yet. Run: kith init")


def test_init_takes_the_password_from_standard_input(tmp_path: Path) -> None:
    bare = empty(tmp_path / "home")
    nowhere = bare.run(*INIT[:-2], "Nowhere/City", INIT[-1], password="correct horse battery\n")
    assert nowhere.returncode == 1
    assert "There is no time zone 'Nowhere/City'" in nowhere.stderr
    done = bare.run(*INIT, "--json", password="correct horse battery\n")
    assert json.loads(done.stdout) == {"company": "Firm", "user": ANN}
    assert "correct horse" not in done.stdout + done.stderr
    assert bare.ask("User.objects.get().check_password('correct horse battery')")
    assert bare.ask("Audit.objects.filter(verb='set_password').values('old', 'new')[0]") == {
        "old": {},
        "new": {},
    }


def test_a_password_lets_in_whose_mail_is_here_already(asked: Ledger, tmp_path: Path) -> None:
    path = mbox(tmp_path / "Ben.mbox", [Letter("b1", sender=BEN, to=("cleo@client.example",))])
    asked.run("import", "mail", str(path), "--mailbox", BEN)
    given = ("password", BEN, "--password-stdin")
    assert asked.run(*given, password="short\n").returncode == 1
    done = asked.run(*given, "--json", password="correct horse battery\n")
    assert json.loads(done.stdout) == {"user": BEN}
    assert asked.ask(f"User.objects.get(email='{BEN}').check_password('correct horse battery')")
    nobody = asked.run("password", "no@firm.example", "--password-stdin", password="x\n")
    assert "There is no user no@firm.example." in nobody.stderr
