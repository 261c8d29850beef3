"""A full or closed disk stops an import with a sentence; the ledger stays whole and goes on."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from kith.ledger.imports.models import Batch
from kith.ledger.rights.models import User
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.undo import undo
from kith.surfaces.cli.root import root
from tests.ledger.letters import mbox
from tests.pipeline.conftest import ANN
from tests.pipeline.own_ledger import INIT, ROOT, Ledger
from tests.pipeline.test_killed_undo import letters

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own limits"),
]


def pragma(name: str, value: object = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}" + ("" if value is None else f" = {value}"))
        found = cursor.fetchone()
    return int(found[0]) if found else 0


@contextmanager
def full(room: int) -> Iterator[None]:
    """The database's file can grow by so many kB and no further: SQLITE_FULL, in earnest."""
    pragma("max_page_count", pragma("page_count") + room * 1024 // pragma("page_size"))
    try:
        yield
    finally:
        pragma("max_page_count", 2**31)


@contextmanager
def closed() -> Iterator[None]:
    """Nothing can be written by this connection: SQLITE_READONLY."""
    pragma("query_only", "ON")
    try:
        yield
    finally:
        pragma("query_only", "OFF")


def kith(*args: str) -> Result:
    return CliRunner().invoke(root, args)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return mbox(tmp_path / "All.mbox", letters() * 3)


@pytest.mark.parametrize("room", [0, 40, 400])
def test_a_full_disk_stops_an_import_that_goes_on_later(
    room: int, firm: User, source: Path
) -> None:
    empty = content_hash()
    command = ("import", "mail", str(source), "--mailbox", ANN)
    assert kith(*command).exit_code == 0
    whole = content_hash()
    undo(Batch.objects.get().pk)
    with full(room):
        done = kith(*command)
    assert done.exit_code == 1
    assert "is full. Make room on it. Then run the command again" in done.output
    assert kith(*command).exit_code == 0
    assert content_hash() == whole
    for batch in Batch.objects.exclude(state=Batch.UNDONE):
        undo(batch.pk)
    assert content_hash() == empty


def test_a_closed_disk_is_told_and_nothing_is_changed(firm: User, source: Path) -> None:
    before = content_hash(), Batch.objects.count()
    with closed():
        done = kith("import", "mail", str(source), "--mailbox", ANN, "--json")
    assert done.exit_code == 1
    assert "cannot be written to. Make it writable, or name another folder" in done.output
    assert (content_hash(), Batch.objects.count()) == before


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger(tmp_path / "closed", "")
    assert made.run(*INIT, password="correct horse battery\n").returncode == 0
    yield made
    for path in (made.home, *made.home.rglob("*")):
        path.chmod(0o700)


def test_a_folder_that_may_not_be_written_is_named(own: Ledger, source: Path) -> None:
    """Root is held to a folder's rights only without the capability to pass them by."""
    for path in (own.home, *own.home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] * (os.getuid() == 0)
    command = [sys.executable, "-m", "kith", "import", "mail", str(source), "--mailbox", ANN]
    done = subprocess.run(
        [*bound, *command, "--json"], cwd=ROOT, env=own.environment, text=True, timeout=120,
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["error"] == "read_only", done.stdout
    assert "Traceback" not in done.stderr
