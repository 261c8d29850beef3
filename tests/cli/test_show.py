"""`kith show`: an account or a contact, as somebody types it."""

from datetime import timedelta

import pytest

from tests.ledger.letters import NOON, Letter, folder
from tests.pipeline.own_ledger import Ledger, ledger

pytestmark = pytest.mark.django_db  # so that PostgreSQL is tried too
ANN = "ann@firm.example"
CLEO = "Cleo Crane <cleo@client.example>"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Cleo writes at ten on Mondays and is answered; Carl of another firm wrote once."""
    made = ledger(tmp_path_factory.mktemp("home"))
    letters = [
        Letter("c", sender="Carl Crane <carl@clinic.example>", to=(ANN,), subject="Bearings"),
    ]
    for week in range(9):
        monday = NOON + timedelta(days=6 + 7 * week)
        letters += [
            Letter(f"o{week}", sender=ANN, to=(CLEO,), sent=monday, subject=f"Offer {week}"),
            Letter(
                f"i{week}", sender=CLEO, to=(ANN,), sent=monday + timedelta(hours=1),
                subject=f"Re: Offer {week}", refers=(f"o{week}",),
            ),
        ]  # fmt: skip
    path = folder(tmp_path_factory.mktemp("mail"), letters)
    made.json("import", "mail", str(path), "--mailbox", ANN)
    return made


def test_an_account_shows_its_people_both_ways(made: Ledger) -> None:
    found = made.json("show", "account", "client")
    assert set(found) == {"as_of", "user", "kind", "account", "tie", "people", "findings"}
    assert found["account"] == {
        "id": found["account"]["id"], "name": "Client", "domains": ["client.example"],
        "owner": None,
    }  # fmt: skip
    assert (found["tie"]["n_in"], found["tie"]["n_out"]) == (9, 9)
    (cleo,) = found["people"]
    assert (cleo["name"], cleo["tie"]["n_in"]) == ("Cleo Crane", 9)
    assert [one["name"] for one in cleo["colleagues"]] == ["Ann Ahlers"]


def test_a_contact_is_found_by_address_too(made: Ledger) -> None:
    found = made.json("show", "contact", "cleo@client.example")
    assert [person["name"] for person in found["people"]] == ["Cleo Crane"]
    said = made.run("show", "contact", "cleo").stdout
    assert "Cleo Crane: 9 from them" in said
    assert "with Ann Ahlers (9 in, 9 out)" in said
    assert (
        "Writes mostly between 13:00 and 14:00 their time, most often on Mondays; usually answers"
        " within two hours. From 9 mails of theirs and 9 questions of ours."
    ) in said


def test_ambiguous_names_are_listed(made: Ledger) -> None:
    done = made.run("show", "account", "cli")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Several are called so: Client; Clinic." in done.stderr
    done = made.run("show", "contact", "crane")
    assert "Carl Crane (Clinic, carl@clinic.example)" in done.stderr


def test_nobody_of_that_name_is_one_sentence(made: Ledger) -> None:
    done = made.run("show", "account", "zzz")
    assert done.returncode == 1
    assert done.stderr.startswith("kith: There is no account 'zzz'.")


def test_no_words_of_mail_are_printed(made: Ledger) -> None:
    assert "Offer" not in made.run("show", "account", "client").stdout
