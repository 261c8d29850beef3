"""What the Content-Security-Policy would refuse does not stand in a template in the first place."""

import re

import pytest

from tests.architecture.source import at, files, listed, shown, strings

BANNED = {
    "a style attribute": re.compile(r"[\s\"']style\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\ssrc\s*=)", re.IGNORECASE),
    "an event handler": re.compile(r"\s(hx-)?on[a-z]*(:[a-z:-]+)?\s*=\s*[\"']", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "another host": re.compile(r"\b(src|srcset|poster)\s*=\s*[\"']?\s*(https?:)?//", re.IGNORECASE),
}
REFUSED = [
    '<p style="color: red">',
    "<style>p { color: red }</style>",
    "<script>go()</script>",
    '<a onclick="go()">',
    '<a hx-on:click="go()">',
    '<a href="javascript:go()">',
    '<img src="https://example.com/a.png">',
]
FINE = [
    '<script src="/static/htmx.js" defer></script>',
    '<p class="style" data-on="x">Style on = off</p>',
    '<a href="https://example.com/">',
]


def breaches_in(text: str) -> list[str]:
    return [name for name, pattern in BANNED.items() if pattern.search(text)]


def test_templates_keep_to_the_policy() -> None:
    pages = files("kith", suffix=".html") + files("kith", suffix=".svg")
    breaches = [f"{shown(f)}: {b}" for f in pages for b in breaches_in(f.read_text("utf-8"))]
    assert not breaches, listed(breaches)


def test_markup_made_in_code_keeps_to_it_too() -> None:
    breaches = [
        at(file, node, breach)
        for file in files("kith/figures", "kith/surfaces")
        for node, text in strings(file)
        for breach in breaches_in(text)
    ]
    assert not breaches, listed(breaches)


def test_stylesheets_fetch_nothing_from_elsewhere() -> None:
    sheets = files("kith", suffix=".css")
    pattern = re.compile(r"(@import|url\(\s*[\"']?\s*(https?:)?//)", re.IGNORECASE)
    assert not [shown(sheet) for sheet in sheets if pattern.search(sheet.read_text("utf-8"))]


@pytest.mark.parametrize("markup", REFUSED)
def test_a_breach_of_the_policy_is_seen(markup: str) -> None:
    assert breaches_in(markup)


@pytest.mark.parametrize("markup", FINE)
def test_what_the_policy_allows_passes(markup: str) -> None:
    assert not breaches_in(markup)
