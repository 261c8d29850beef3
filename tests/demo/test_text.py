"""The building blocks: every script can be said, and says nothing half."""

import re
from datetime import date
from random import Random

import pytest

from kith.demo.firm import JANA
from kith.demo.stories.story import person
from kith.demo.text.facts import Facts
from kith.demo.text.grammar import expand
from kith.demo.text.library import Script, parse, scripts

_EACH = pytest.mark.parametrize("script", scripts(), ids=lambda one: f"{one.language}-{one.name}")


@_EACH
def test_every_script_can_be_said_in_many_ways_without_a_leftover(script: Script) -> None:
    contact = person("brewery-lindner.example", "Korte")
    said = set()
    for seed in range(60):
        rng = Random(seed)
        facts = Facts(
            rng, they=contact, we=JANA, language=script.language, first=date(2026, 3, 3),
            days={"back": date(2026, 3, 16)},
        )  # fmt: skip
        drawn: dict[str, int] = {}
        texts = [expand(one.template, facts, drawn, rng) for one in script.turns if not one.end]
        for text in (expand(script.subject, facts, drawn, rng), *texts):
            bare = re.sub(r"[\w.-]+@[\w.-]+\.example", "", text)
            assert not set("[]{}|@") & set(bare), text
            assert not re.search(r"(?<!\d)[.?!:,][.?!:,]", text), text
            assert "  " not in text, text
            assert text == text.strip()
        said.add("\n".join(texts))
    assert len(said) > 20 or script.theme == "stories"


@_EACH
def test_every_template_closes_what_it_opens(script: Script) -> None:
    for one in script.turns:
        assert one.template.count("[") == one.template.count("]")
        assert one.end or one.template


def test_both_languages_have_the_same_conversations() -> None:
    german, english = (
        {
            one.name
            for one in scripts()
            if one.language == code and one.theme in {"buying", "daily", "planning", "service"}
        }
        for code in ("de", "en")
    )
    assert german == english
    assert len(german) >= 20


def test_an_unknown_slot_is_named() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        expand("{nonsense}", {}, {}, Random(1))


def test_linked_choices_go_together_through_a_conversation() -> None:
    for seed in range(30):
        rng = Random(seed)
        drawn: dict[str, int] = {}
        asked = expand("[@x a|b|c]", {}, drawn, rng)
        assert expand("[@x A|B|C]", {}, drawn, rng).lower() == asked


def test_choices_nest() -> None:
    assert {expand("[a[1|2]|b]", {}, {}, Random(seed)) for seed in range(40)} == {"a1", "a2", "b"}


def test_a_script_is_read_with_its_turns_days_and_ends() -> None:
    text = "Title\n\n== one\nsubject: S\n>> they +2\nHi\n\nthere\n>> end 40\n>> we @soon\nBye\n"
    (script,) = parse(text, theme="t", language="en")
    first, stop, last = script.turns
    assert (script.name, script.subject, first.who, first.days) == ("one", "S", "they", 2)
    assert (first.template, stop.end, last.on) == ("Hi\n\nthere", 40, "soon")
