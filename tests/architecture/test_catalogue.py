"""The catalogues of other languages: whole, of today, and compiled as they stand."""

import re
import shutil
import subprocess
from collections import Counter
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.architecture.source import KITH, listed

Words = dict[str | tuple[str, int], str]

pytestmark = pytest.mark.skipif(
    not shutil.which("xgettext"), reason="no gettext here (tools/system-packages installs it)"
)
CATALOGUES = sorted(KITH.glob("locale/*/LC_MESSAGES/django.po"))
# What a template leaves open: {name}, %(name)s, and markup.
OPEN = re.compile(r"\{\w*\}|%\(\w+\)[sd]|</?\w+")


def gettext_tool(*command: str | Path) -> str:
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return result.stdout + result.stderr


def read(compiled: Path) -> Words:
    """What a compiled catalogue says, by its template; of those that count, one a form."""
    with compiled.open("rb") as handle:
        words: Words = dict(GNUTranslations(handle)._catalog)  # type: ignore[attr-defined]
    return {key: text for key, text in words.items() if key != ""}


def compiled(catalogue: Path, folder: Path) -> Words:
    target = folder / f"{catalogue.stem}.mo"
    gettext_tool("msgfmt", "-o", target, catalogue)
    return read(target)


def names() -> list[str]:
    return [catalogue.parts[-3] for catalogue in CATALOGUES]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """Everything in the code and the pages that is marked, found as `make messages` finds it."""
    folder = tmp_path_factory.mktemp("marked")
    copy = folder / "kith"
    shutil.copytree(KITH, copy, ignore=shutil.ignore_patterns("locale", "__pycache__", "static"))
    (copy / "locale").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        call_command("makemessages", locale=["xx"], keep_pot=True, verbosity=0)
    whole = folder / "english.po"
    gettext_tool("msgen", "-o", whole, copy / "locale" / "django.pot")
    two = whole.read_text("utf-8").replace("INTEGER", "2", 1).replace("EXPRESSION", "n != 1", 1)
    whole.write_text(two, encoding="utf-8")
    return compiled(whole, folder)


def test_a_language_that_the_pages_offer_has_a_catalogue(settings: pytest.FixtureRequest) -> None:
    offered = {code for code, _ in settings.LANGUAGES}  # type: ignore[attr-defined]
    assert offered == {"en", *names()}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=names())
def test_every_template_is_translated(catalogue: Path, templates: Words) -> None:
    missing = templates.keys() - read(catalogue.with_suffix(".mo")).keys()
    assert not missing, listed([str(key) for key in missing]) + "\nRun: make messages"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=names())
def test_nothing_is_translated_that_nobody_says(catalogue: Path, templates: Words) -> None:
    left = read(catalogue.with_suffix(".mo")).keys() - templates.keys()
    assert not left, listed([str(key) for key in left]) + "\nRun: make messages"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=names())
def test_nothing_is_only_guessed(catalogue: Path) -> None:
    assert "#, fuzzy" not in catalogue.read_text("utf-8")


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=names())
def test_what_is_installed_is_what_the_catalogue_says(catalogue: Path, tmp_path: Path) -> None:
    assert compiled(catalogue, tmp_path) == read(catalogue.with_suffix(".mo"))


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=names())
def test_what_a_template_leaves_open_stays_open(catalogue: Path, templates: Words) -> None:
    """Whoever translates may move what a reader's names and numbers fill, never lose it."""
    wrong = []
    for key, text in read(catalogue.with_suffix(".mo")).items():
        ours, theirs = (Counter(OPEN.findall(words)) for words in (templates.get(key, ""), text))
        if key in templates and ours != theirs:
            wrong.append(f"{key}: {sorted(ours - theirs)} / {sorted(theirs - ours)}")
    assert not wrong, listed(wrong)
