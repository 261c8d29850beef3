"""A firm of its own for every test, and the command's functions with short names."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kith.ledger.imports.models import Batch
from kith.ledger.rights.models import User
from kith.ledger.whole.writers import set_up
from kith.pipeline.ingest import import_mail
from kith.terms.words import Level
from tests.ledger.letters import Letter, folder

ANN, BEN = "ann@firm.example", "ben@firm.example"
BringIn = Callable[..., Batch]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: pytest.FixtureRequest) -> Path:
    """Facts and gauges of this test alone."""
    settings.HOME = tmp_path / "home"  # type: ignore[attr-defined]
    settings.KITH_FACTS = tmp_path / "home" / "facts"  # type: ignore[attr-defined]
    return tmp_path / "home"


@pytest.fixture
def firm(request: pytest.FixtureRequest) -> User:
    """Firm in Berlin, of domain firm.example; its first user is Ann, a manager."""
    if not {"db", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("db")
    return found()


def found() -> User:
    return set_up(
        actor=None,
        company="Firm",
        domains=["firm.example"],
        email=ANN,
        name="Ann Ahlers",
        password=None,
        currency="EUR",
        zone="Europe/Berlin",
        language="en",
    )


@pytest.fixture
def bring_in(tmp_path: Path) -> BringIn:
    """Writes letters to a new folder and imports it."""
    count = iter(range(1_000_000))

    def bring(
        *letters: Letter,
        mailbox: str = ANN,
        sent: bool = False,
        keep: Level | None = None,
        share: Level | None = None,
    ) -> Batch:
        path = folder(tmp_path / f"box{next(count)}", letters, sent=sent)
        return import_mail(path, mailbox=mailbox, keep=keep, share=share)

    return bring


def several(letters: Iterable[Letter], pieces: int) -> list[list[Letter]]:
    """The letters cut into so many pieces, in their order."""
    rows = list(letters)
    size = -(-len(rows) // pieces) or 1
    return [rows[start : start + size] for start in range(0, len(rows), size)]
