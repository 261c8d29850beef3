"""A tiny template language for prose: `[this|that|]` picks one, `{slot}` is filled in.

`[@topic this|that]` picks by a number drawn once a conversation: wherever `@topic` stands again,
the same place is picked, so that an answer fits its question.
"""

import re
from collections.abc import Mapping
from random import Random

_CHOICE = re.compile(r"\[(?:@(\w+) )?([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"[ \t]{2,}")
_LOOSE = re.compile(r" +([,.;:?!])")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_EMPTY_LINES = re.compile(r"\n{3,}")


def expand(template: str, facts: Mapping[str, str], drawn: dict[str, int], rng: Random) -> str:
    """One wording of `template`, choices nested at will; KeyError names an unknown slot.

    `drawn` keeps the numbers of linked choices; one dict a conversation.
    """

    def picked(found: re.Match[str]) -> str:
        options: list[str] = found[2].split("|")
        if found[1] is None:
            return rng.choice(options)
        return options[drawn.setdefault(found[1], rng.randrange(len(options)))]

    count = 1
    while count:
        template, count = _CHOICE.subn(picked, template)
    return _tidy(_SLOT.sub(lambda found: facts[found[1]], template))


def _tidy(text: str) -> str:
    lines = (_LOOSE.sub(r"\1", _SPACES.sub(" ", line)).strip() for line in text.splitlines())
    return _EMPTY_LINES.sub("\n\n", _TWO_STOPS.sub(".", "\n".join(lines))).strip()
