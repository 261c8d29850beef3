"""The conversations people can have, read from `themes/*.txt`.

A theme file holds scripts. A script begins with `== name`, its `subject:` follows, then its turns:
`>> who` or `>> who +days` (working days later) or `>> who @slot` (on a day the slot names), and the
words. `>> end 40` lets four in ten conversations stop there; everything before it is then settled.
The language is the file name's second part: `service.de.txt`.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Turn:
    """One mail to be: who writes it, when (working days or a slot's day), the template.

    `end` above zero makes it no mail but a place to stop, in so many of a hundred cases.
    """

    who: str
    template: str
    days: int | None = None
    on: str = ""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Script:
    """One conversation to be had."""

    name: str
    language: str
    theme: str
    subject: str
    turns: tuple[Turn, ...]


@cache
def scripts(theme: str | None = None) -> tuple[Script, ...]:
    """All scripts, in a fixed order; with `theme` only those of the files of that name."""
    found: list[Script] = []
    folder = files("kith.demo.text") / "themes"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        name, language, kind = file.name.split(".")
        if kind == "txt" and theme in (None, name):
            found += parse(file.read_text(encoding="utf-8"), theme=name, language=language)
    return tuple(found)


@cache
def script(name: str, language: str) -> Script:
    """The script of that name; KeyError where there is none."""
    for one in scripts():
        if (one.name, one.language) == (name, language):
            return one
    raise KeyError(f"{name} ({language})")


def parse(text: str, *, theme: str, language: str) -> list[Script]:
    """The scripts of one theme file."""
    return [_script(block, theme, language) for block in text.split("\n== ")[1:]]


def _script(block: str, theme: str, language: str) -> Script:
    head, *turns = block.split("\n>> ")
    name, subject = head.split("\nsubject:")
    return Script(name.strip(), language, theme, subject.strip(), tuple(map(_turn, turns)))


def _turn(block: str) -> Turn:
    head, _, template = block.partition("\n")
    who, _, when = head.strip().partition(" ")
    if who == "end":
        return Turn(who, "", end=int(when))
    if when.startswith("@"):
        return Turn(who, template.strip(), on=when[1:])
    return Turn(who, template.strip(), days=int(when) if when else None)
