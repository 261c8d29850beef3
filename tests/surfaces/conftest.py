"""The cast, for each test as new, and a browser's client for each of its members."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from kith.ledger.models import User
from tests.surfaces.cast import Cast


@pytest.fixture
def cast(kept_cast: Cast) -> Cast:
    return kept_cast


@pytest.fixture
def seen_by() -> Callable[[User | None], Client]:
    """A client signed in as somebody; as nobody for None."""

    def client(user: User | None) -> Client:
        made = Client()
        if user is not None:
            made.force_login(user)
        return made

    return client


@pytest.fixture
def home(tmp_path: Path, settings: pytest.FixtureRequest) -> Path:
    """A folder of this test's own for what lies beside the database."""
    folder = tmp_path / "home"
    folder.mkdir()
    settings.HOME = folder  # type: ignore[attr-defined]
    settings.KITH_INBOX = folder / "inbox"  # type: ignore[attr-defined]
    return folder
