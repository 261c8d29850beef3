"""How days are written stands in one place a language, and templates name it."""

import re
from importlib import import_module
from types import ModuleType

import pytest
from django.conf import settings

from tests.architecture.source import files, listed, shown

CODES = [code for code, _ in settings.LANGUAGES]
# For machines, and of no language.
FREE = {"Y-m-d", "c", "U.u"}


def formats(code: str) -> ModuleType:
    return import_module(f"{settings.FORMAT_MODULE_PATH}.{code}.formats")


def named(code: str) -> set[str]:
    return {name for name in vars(formats(code)) if name.isupper()}


@pytest.mark.parametrize("code", CODES)
def test_every_language_writes_the_same_things(code: str) -> None:
    assert named(code) == named("en")


def test_a_template_names_how_a_day_is_written() -> None:
    spelt = [
        f"{shown(page)}: {how}"
        for page in files("kith", suffix=".html")
        for how in re.findall(r"""\|date:["']([^"']+)["']""", page.read_text("utf-8"))
        if how not in named("en") | FREE
    ]
    assert not spelt, listed(spelt)
