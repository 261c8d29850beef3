"""Who may import whom: the contracts of pyproject.toml hold, and each of them bites."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, imported, shown

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# One deliberate breach a contract: file, line, and the words its failure is known by.
BREACHES = {
    "a lower room looks up": (
        "kith/ledger/breach.py",
        "import kith.pipeline",
        "Rooms know only the rooms below them BROKEN",
    ),
    "neighbouring rooms": (
        "kith/facts/breach.py",
        "import kith.ledger.guard",
        "Rooms know only the rooms below them BROKEN",
    ),
    "a room nobody placed": (
        "kith/attic/__init__.py",
        "",
        "Rooms know only the rooms below them BROKEN",
    ),
    "findings read the ledger": (
        "kith/findings/breach.py",
        "import kith.ledger",
        "Findings know signals and terms, nothing else BROKEN",
    ),
    "the demo takes a short cut": (
        "kith/demo/breach.py",
        "import kith.sources.mail",
        "The demo company comes in through the front door BROKEN",
    ),
    "the pipeline draws": (
        "kith/pipeline/breach.py",
        "import kith.figures",
        "The pipeline draws nothing BROKEN",
    ),
    "a page runs a signal": (
        "kith/surfaces/web/breach.py",
        "import kith.signals",
        "Surfaces ask the pipeline and the ledger, never the parts behind them BROKEN",
    ),
    "a signal reaches Django": (
        "kith/signals/breach.py",
        "import django.utils.timezone",
        "Thinking never reaches Django BROKEN",
    ),
    "a word needs a library": (
        "kith/terms/breach.py",
        "import ibis",
        "The words need nothing but the standard library BROKEN",
    ),
    "a lower subject looks up": (
        "kith/ledger/rights/breach.py",
        "import kith.ledger.people.models",
        "The ledger's subjects know each other one way BROKEN",
    ),
    "a writer takes everybody's models": (
        "kith/ledger/whole/writers.py",
        "import kith.ledger.models",
        "Writers import their own subject's models BROKEN",
    ),
    "one surface leans on another": (
        "kith/surfaces/cli/breach.py",
        "import kith.surfaces.web.frame",
        "Surfaces know nothing of each other BROKEN",
    ),
    "two neighbours need each other": (
        "kith/terms/words.py",
        "import kith.terms.records",
        "No two neighbours need each other BROKEN",
    ),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_import_contracts_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def bare_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rooms with their docstrings and the words, without what else stands in them today."""
    house = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", house)
    names = {"__init__.py", "__main__.py", "guard.py", "models.py", "frame.py"}
    for file in files("kith"):
        if file.name in names or file.parent.name == "terms":
            place = house / file.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)
    return house


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_caught(breach: str, bare_house: Path, tmp_path: Path) -> None:
    name, line, words = BREACHES[breach]
    house = shutil.copytree(bare_house, tmp_path / "house")
    file = house / name
    file.parent.mkdir(exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")
    result = lint_imports(house)
    assert result.returncode == 1, result.stdout + result.stderr
    assert words in result.stdout


def test_kith_never_imports_its_tests() -> None:
    breaches = [
        f"{shown(file)}: {name}"
        for file in files("kith")
        for name in imported(file)
        if name.split(".")[0] in {"tests", "bench", "pytest", "hypothesis"}
    ]
    assert not breaches


def test_nothing_happens_behind_ones_back() -> None:
    """Django's signals are control flow that nobody can see; conductors belong in `pipeline`."""
    banned = ("django.dispatch", "django.db.models.signals", "django.core.signals")
    breaches = [
        f"{shown(file)}: {name}"
        for file in files("kith")
        for name in imported(file)
        if name.startswith(banned)
    ]
    assert not breaches
