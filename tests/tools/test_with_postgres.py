"""`tools/with-postgres` lends a server and leaves nothing behind."""

import os
import shutil
import subprocess
import sys
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
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place that the server's own user may enter, too."""
    folder = tmp_path_factory.getbasetemp().parent.parent / f"kith-lent-{os.getpid()}"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    return folder


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
    folder.rmdir()


def test_a_failure_is_passed_on_and_nothing_stays(folder: Path) -> None:
    result = lend(folder, "sh", "-c", "exit 7")
    assert result.returncode == 7
    assert not list(folder.iterdir())
    folder.rmdir()
