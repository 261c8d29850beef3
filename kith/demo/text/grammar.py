"""A tiny template language for prose: `[this|that|]` picks one, `{slot}` is filled in."""

import re
from collections.abc import Mapping
from random import Random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"[ \t]{2,}")
_LOOSE = re.compile(r" +([,.;:?!])")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_EMPTY_LINES = re.compile(r"\n{3,}")


def expand(template: str, facts: Mapping[str, str], rng: Random) -> str:
    """One wording of `template`, choices nested at will; KeyError names an unknown slot."""
    while True:
        template, count = _CHOICE.subn(lambda found: rng.choice(found[1].split("|")), template)
        if not count:
            break
    filled = _SLOT.sub(lambda found: facts[found[1]], template)
    return _tidy(filled)


def _tidy(text: str) -> str:
    lines = (_LOOSE.sub(r"\1", _SPACES.sub(" ", line)).strip() for line in text.splitlines())
    return _EMPTY_LINES.sub("\n\n", _TWO_STOPS.sub(".", "\n".join(lines))).strip()
