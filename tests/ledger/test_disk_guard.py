"""Nothing reads the files of a ledger that is open in the same process."""

from pathlib import Path

import pytest
from django.db import connection

from kith.pipeline.beside import beside
from kith.pipeline.holding import files_holding
from tests.disk import bytes_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="reads the files SQLite keeps"),
]


@pytest.fixture
def file() -> Path:
    connection.ensure_connection()
    return Path(str(connection.settings_dict["NAME"]))


def test_reading_an_open_ledger_by_hand_fails(file: Path) -> None:
    with pytest.raises(AssertionError, match=r"drops SQLite's locks"):
        file.read_bytes()
    with pytest.raises(AssertionError, match=r"drops SQLite's locks"):
        file.with_name(f"{file.name}-shm").read_bytes()


def test_another_process_may_read_it(file: Path) -> None:
    assert bytes_of(file).startswith(b"SQLite format 3")
    assert file.name in set(beside(files_holding, file.parent, [b"sqlite format 3"]))
