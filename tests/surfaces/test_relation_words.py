"""What is said of accounts and guesses, in words."""

import re
from pathlib import Path

import pytest

from kith.surfaces.relation_words import _REASONS, relation_name, thought_name, why_thought
from kith.terms.words import Relation

SIGNAL = Path(__file__).parents[2] / "kith/signals"
# Words in quotes in the signal that look like codes and are columns, sides or settings.
CODE = re.compile(r'"((?:they|we)_[a-z]+|[a-z]+_only|[a-z_]+_trade|too_little|unclear)"')


def test_every_reason_of_the_signal_has_its_sentence() -> None:
    text = "".join((SIGNAL / f"relation{name}.py").read_text() for name in ("s", "_evidence"))
    codes = set(CODE.findall(text)) | set(re.findall(r'Evidence\(\s*"(\w+)"', text))
    assert {"they_order", "robot_only", "bank", "too_little"} <= codes
    assert codes <= set(_REASONS), codes - set(_REASONS)


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_its_words(relation: Relation) -> None:
    assert relation_name(relation) in thought_name(relation)


def test_a_reason_says_how_many_mails_say_so_where_mails_do() -> None:
    assert why_thought("they_order", 1) == "They order from us. One mail says so."
    assert why_thought("they_order", 7) == "They order from us. 7 mails say so."
    assert "say so" not in why_thought("bank", 7)
    assert why_thought("never heard of", 7) == "The mail between us suggests it."
