"""Nothing that a template says stands outside the marks of translation."""

import re

import pytest

from tests.architecture.source import files, listed, shown

COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
WIDTH = re.compile(r"\{% block width %\}.*?\{% endblock %\}")  # names of styles
MARKED = re.compile(r"\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}", re.DOTALL)
# What is typed or pressed as it stands, in every language.
AS_IT_STANDS = re.compile(r"<(code|kbd|svg|script)\b.*?</\1>", re.DOTALL)
EXAMPLE = re.compile(r"\b(?:\w+@)?example\.com\b")
ELSE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
SPOKEN = re.compile(r"""\b(?:aria-label|title|placeholder|alt|label)=(["'])(.*?)\1""", re.DOTALL)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
# Names of products and of forms of files.
NAMES = {"Kith", "Gmail", "Apple", "Mail", "Thunderbird", "nbsp", "doctype", "html"}


def unmarked(text: str) -> list[str]:
    for pattern in (COMMENT, WIDTH, MARKED, AS_IT_STANDS, EXAMPLE):
        text = pattern.sub(" ", text)
    text = ELSE.sub(" ", text)
    spoken = [found[1] for found in SPOKEN.findall(text)]
    said = [*spoken, *TAG.sub("\n", text).splitlines()]
    return [line.strip() for line in said if set(WORD.findall(line)) - NAMES]


def test_everything_a_template_says_is_marked() -> None:
    breaches = [
        f"{shown(page)}: {line}"
        for page in files("kith", suffix=".html")
        for line in unmarked(page.read_text("utf-8"))
    ]
    assert not breaches, listed(breaches)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Hello</p>",
        '<p aria-label="Hello">{{ x }}</p>',
        "{% if a %}Hello{% endif %}",
        '{% translate "Hello" %} there',
        "<input placeholder='Go to'>",
    ],
)
def test_what_is_not_marked_is_seen(text: str) -> None:
    assert unmarked(text)


@pytest.mark.parametrize(
    "text",
    [
        '<p class="quiet">{% translate "Hello" %}</p>',
        "{% blocktranslate trimmed %}Hello <em>you</em>{% endblocktranslate %}",
        "<code>kith serve</code> <kbd>Enter</kbd> {# why #}",
        "<a aria-label=\"{% translate 'Go' %}\">{{ name }}</a> · Kith",
    ],
)
def test_what_is_marked_passes(text: str) -> None:
    assert not unmarked(text)
