"""The content's hash: it tells all that happened, and nothing of how the ledger came by it."""

from pathlib import Path

import pytest
from django.db import connection

from kith.ledger.rights.models import User
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.ingest import import_mail
from tests.allow import setting_up
from tests.ledger.letters import folder, mbox
from tests.pipeline.conftest import ANN, BEN, BringIn, firm, found, home  # noqa: F401
from tests.pipeline.own_ledger import INIT, Ledger, empty
from tests.pipeline.test_import_order import CONVERSATION, IN_TWO
from tests.pipeline.test_killed_undo import letters

pytestmark = pytest.mark.django_db
CHANGES = [
    "UPDATE ledger_activity SET subject = 'Other' WHERE id = {activity}",
    "UPDATE ledger_activity SET direction = 'out' WHERE id = {activity}",
    "UPDATE ledger_activity SET sort = 'robot' WHERE id = {activity}",
    "UPDATE ledger_activity SET happened_at = '2024-01-01 00:00:00+00:00' WHERE id = {activity}",
    "UPDATE ledger_activity SET open_level = 0 WHERE id = {activity}",
    "UPDATE ledger_activity SET asks = NOT asks WHERE id = {activity}",
    "UPDATE ledger_activity SET says = says + 1 WHERE id = {activity}",
    "UPDATE ledger_activity SET thread_id = NULL WHERE id = {activity}",
    "UPDATE ledger_activitytext SET text = text || '.' WHERE activity_id = {activity}",
    "DELETE FROM ledger_activitytext WHERE activity_id = {activity}",
    "UPDATE ledger_participant SET part = 4 WHERE id = {participant}",
    "UPDATE ledger_participant SET side = 0 WHERE id = {participant}",
    "UPDATE ledger_participant SET day = '2024-01-01' WHERE id = {participant}",
    "UPDATE ledger_participant SET account_id = NULL WHERE account_id IS NOT NULL",
    "DELETE FROM ledger_participant WHERE id = {participant}",
    "UPDATE ledger_account SET name = 'Another' WHERE name = 'Client'",
    "UPDATE ledger_accountdomain SET domain = 'x.example' WHERE domain = 'client.example'",
    "UPDATE ledger_contact SET name = 'Another' WHERE name = 'Cleo Crane'",
    "UPDATE ledger_address SET name = 'Another' WHERE address = 'cleo@client.example'",
    "UPDATE ledger_employment SET until = '2025-01-01'",
    "INSERT INTO ledger_accountrelation (account_id, relation, why, said_at)"
    " SELECT MIN(id), 'customer', 'typed', '2025-01-01 00:00:00+00:00' FROM ledger_account",
    "UPDATE ledger_address SET contact_id = (SELECT contact_id FROM ledger_address"
    " WHERE address = 'cleo@client.example') WHERE address = 'dora@dealer.example'",
]
SAME = [
    "UPDATE ledger_activity SET recorded_at = '2024-01-01 00:00:00+00:00'",
    "UPDATE ledger_arrival SET how = 2",
    "UPDATE ledger_batch SET path = 'elsewhere'",
    "DELETE FROM ledger_audit",
    "UPDATE ledger_user SET name = 'Another'",
    "UPDATE ledger_stamp SET version = version + 1",
]


def changed(statement: str) -> bool:
    """Whether a change by hand is seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT MIN(id) FROM ledger_activity")
        activity = cursor.fetchone()[0]
        cursor.execute("SELECT MIN(id) FROM ledger_participant WHERE side = 1 AND part <> 4")
        participant = cursor.fetchone()[0]
        before = content_hash()
        with setting_up():
            cursor.execute(statement.format(activity=activity, participant=participant))
        assert cursor.rowcount > 0
    return content_hash() != before


def fill(path: Path) -> None:
    import_mail(folder(path, [*IN_TWO, *CONVERSATION]), mailbox=ANN)


@pytest.mark.parametrize("statement", CHANGES)
def test_what_happened_is_in_it(statement: str, firm: User, tmp_path: Path) -> None:  # noqa: F811
    fill(tmp_path / "box")
    assert changed(statement)


@pytest.mark.parametrize("statement", SAME)
def test_how_it_came_in_is_not(statement: str, firm: User, tmp_path: Path) -> None:  # noqa: F811
    fill(tmp_path / "box")
    assert not changed(statement)


def test_nothing_is_nought(firm: User) -> None:  # noqa: F811
    assert content_hash() == "0" * 64


def hashed(made: Ledger, sources: list[Path]) -> str:
    assert made.run(*INIT, password="correct horse battery\n").returncode == 0
    for number, source in enumerate(sources):
        box = (ANN, BEN)[number % 2]
        assert made.run("import", "mail", str(source), "--mailbox", box).returncode == 0
    return str(made.json("export", "-", "--hash")["hash"])


def test_both_databases_give_the_same_in_any_order(tmp_path: Path) -> None:
    """On PostgreSQL it is held against a SQLite ledger beside it; on SQLite against another."""
    mails = [*letters(), *IN_TWO, *CONVERSATION]
    sources = [mbox(tmp_path / f"{n}.mbox", mails[n::2] + mails[:20]) for n in range(2)]
    one = hashed(Ledger(tmp_path / "sqlite", ""), sources)
    two = hashed(empty(tmp_path / "other"), sources)
    assert one == two != "0" * 64
    line = Ledger(tmp_path / "sqlite", "").run("export", "-", "--hash").stdout
    assert line == f"{one}\n"


def test_only_the_hash_can_be_exported_yet(tmp_path: Path) -> None:
    made = Ledger(tmp_path / "sqlite", "")
    done = made.run("export", str(tmp_path / "all.zip"))
    assert done.returncode == 1
    assert "Run: kith export - --hash" in done.stderr
