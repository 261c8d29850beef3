"""`tools/with-postgres` lends a server and leaves nothing behind."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.skipif(
    not (Path("/usr/lib/postgresql").is_dir() or shutil.which("initdb")),
    reason="no PostgreSQL server here (tools/system-packages installs one)",
)

ASKS = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE EXTENSION pg_trgm")
    print(connection.execute("SHOW data_directory").fetchone()[0])
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place that the server's own user may enter, too: pytest's own places are their owner's."""
    folder = Path(tempfile.mkdtemp(prefix="kith-lent-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def lend(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "tools/with-postgres", *command],
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_server_with_trigrams_is_lent_and_taken_back(folder: Path) -> None:
    result = lend(folder, sys.executable, "-c", ASKS)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(str(folder))
    assert not list(folder.iterdir())


def test_a_failure_is_passed_on_and_nothing_stays(folder: Path) -> None:
    result = lend(folder, "sh", "-c", "exit 7")
    assert result.returncode == 7
    assert not list(folder.iterdir())
