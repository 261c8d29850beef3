"""Two copies of SQLite's library in one process on one file end in a bus error: never here."""

import sys

import pytest

from kith.ledger.rights.models import User
from kith.pipeline.extract import extract
from tests.ledger.letters import Letter
from tests.pipeline.conftest import BringIn

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_columns_driver_for_sqlite_never_enters_the_process_that_writes(
    firm: User, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(Letter("m1"))
    monkeypatch.setitem(sys.modules, "adbc_driver_sqlite", None)  # to import it is an error now
    monkeypatch.setitem(sys.modules, "adbc_driver_sqlite.dbapi", None)

    first, second = extract(), extract()

    assert first.built
    assert first.rows > 0
    assert second.kept == first.built


def test_what_is_to_be_done_meanwhile_is_done_once_whether_or_not_there_is_anything_to_copy(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("m1"))
    done: list[str] = []
    for name in ("copied", "kept"):
        extract(meanwhile=lambda: done.append(name))  # noqa: B023 - called at once
        assert done[-1] == name
    assert done == ["copied", "kept"]
