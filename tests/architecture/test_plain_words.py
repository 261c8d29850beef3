"""Pages speak plainly, in both languages: no word of statistics, nor of our own code."""

import re
from collections.abc import Iterator
from gettext import GNUTranslations

import pytest

from tests.architecture.source import listed
from tests.languages import BANNED, LOCALE

# Where a page explains a formula it may name what it names. By their beginnings; may only shrink.
EXPLAINS = (
    "Counted as in Burt",  # "the interval is that of Wilson"
)
WORD = re.compile(r"\w+")


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence as it is marked, with its German."""
    with (LOCALE / "de" / "LC_MESSAGES" / "django.mo").open("rb") as handle:
        words = GNUTranslations(handle)._catalog  # type: ignore[attr-defined]
    for key, german in words.items():
        english = key if isinstance(key, str) else key[0]
        if english:
            yield english.rpartition("\x04")[2], german


def breaches(language: str) -> list[str]:
    found = []
    for english, german in sentences():
        said = english if language == "en" else german
        plain = re.sub(r"\{\w+\}|%\(\w+\)[sd]|<[^>]+>", "", said)
        banned = BANNED[language] & set(WORD.findall(plain.casefold()))
        if banned and not english.startswith(EXPLAINS):
            found.append(f"{sorted(banned)}: {said}")
    return found


@pytest.mark.parametrize("language", sorted(BANNED))
def test_no_page_uses_a_word_that_nobody_should_have_to_know(language: str) -> None:
    assert not breaches(language), listed(breaches(language))


def test_german_says_sie() -> None:
    familiar = {"du", "dich", "dir", "dein", "deine", "deinem", "deinen", "deiner", "euch", "euer"}
    said = [german for _, german in sentences() if familiar & set(WORD.findall(german.casefold()))]
    assert not said, listed(said)
