"""Plays one script out between people: who writes when, to whom, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from kith.demo import calendar, manners
from kith.demo.letter import Letter
from kith.demo.people import Person
from kith.demo.quote import quote
from kith.demo.text.facts import Facts
from kith.demo.text.grammar import expand
from kith.demo.text.library import Script, Turn


@dataclass(frozen=True, slots=True)
class Party:
    """Who plays which part of a script ('they', 'we', 'tech', 'boss').

    `about`: the customer it turns on; `cc` reads along throughout; `to_all`: it addresses everyone.
    """

    parts: Mapping[str, Person]
    about: Person
    cc: tuple[Person, ...] = ()
    to_all: bool = False

    @property
    def internal(self) -> bool:
        return "they" not in self.parts


def play(
    script: Script, party: Party, *, first: date, until: datetime, rng: Random
) -> list[Letter] | None:
    """The letters of one conversation that begins on `first`; None if it would outlast `until`."""
    we = party.parts["we"]
    facts = Facts(rng, they=party.about, we=we, language=script.language, first=first)
    letters: list[Letter] = []
    for turn in script.turns:
        if turn.end:
            if rng.random() * 100 < turn.end:
                break
            continue
        sender = party.parts[turn.who]
        moment = _moment(turn, sender, letters, first, facts, rng)
        if moment > until:
            return None
        letters.append(_letter(script, turn, party, sender, moment, letters, facts, rng))
    return letters


def _moment(
    turn: Turn, sender: Person, before: list[Letter], first: date, facts: Facts, rng: Random
) -> datetime:
    opens = datetime.combine(first, time(sender.starts))
    if not before:
        return _seconds(opens + timedelta(hours=min(rng.gammavariate(2, 1.7), 7.6)), rng)
    last = before[-1].moment
    day = facts.days[turn.on] if turn.on else None
    if turn.days is not None:
        day = calendar.shift(last.date(), turn.days)
    if day is not None and day > last.date():
        opens = datetime.combine(day, time(sender.starts))
        return _seconds(opens + timedelta(hours=min(rng.gammavariate(2, 1.5), 7.6)), rng)
    hours = min(rng.gammavariate(1.2, sender.pace / 1.2) + 0.1, 22)
    return _seconds(calendar.after(last, hours, opens=sender.starts), rng)


def _seconds(moment: datetime, rng: Random) -> datetime:
    return moment.replace(second=rng.randrange(60), microsecond=0)


def _letter(
    script: Script, turn: Turn, party: Party, sender: Person, moment: datetime,
    before: list[Letter], facts: Facts, rng: Random,
) -> Letter:  # fmt: skip
    to, cc = _addressees(party, sender, before)
    language = script.language
    subject = before[0].subject if before else expand(script.subject, facts, rng)
    on_phone = bool(before) and rng.random() < 0.06
    style = "none" if on_phone and rng.random() < 0.5 else sender.quotes
    return Letter(
        message_id=f"{rng.getrandbits(72):018x}@{sender.domain}",
        moment=moment,
        sender=sender,
        to=to,
        cc=cc,
        subject=_reply(subject, sender) if before else subject,
        text=_text(
            turn, party, sender, to, moment, before, facts, language, rng, on_phone=on_phone
        ),
        quoted=quote(before[-1], style=style, language=language) if before else "",
        answers=() if on_phone else tuple(letter.message_id for letter in before),
    )


def _addressees(
    party: Party, sender: Person, before: list[Letter]
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    everyone = [*party.parts.values(), *party.cc]
    if party.to_all:
        return tuple(one for one in dict.fromkeys(everyone) if one != sender), ()
    others = [letter.sender for letter in reversed(before) if letter.sender != sender]
    first = next(one for one in party.parts.values() if one != sender)
    to = others[0] if others else first
    along = dict.fromkeys((*others, first, *party.cc))
    return (to,), tuple(one for one in along if one not in {to, sender})


def _reply(subject: str, sender: Person) -> str:
    prefix = "AW:" if sender.language == "de" and sender.quotes == "block" else "Re:"
    return f"{prefix} {subject}"


def _text(
    turn: Turn, party: Party, sender: Person, to: tuple[Person, ...], moment: datetime,
    before: list[Letter], facts: Facts, language: str, rng: Random, *, on_phone: bool,
) -> str:  # fmt: skip
    body = expand(turn.template, facts, rng)
    if on_phone:
        return f"{manners.capital(body)}\n\n{manners.phone_line(language)}"
    if party.internal:
        return manners.note(body, sender, to, rng)
    talk = "" if before else manners.small_talk(moment, language, rng)
    full = not any(letter.sender == sender for letter in before) and rng.random() < 0.8
    parts = (
        manners.greeting(sender, to[0], moment, language, rng),
        talk,
        manners.capital(body) if talk.endswith((".", "!")) or language == "en" else body,
        f"{manners.goodbye(sender, moment, language, rng)}\n"
        + manners.signature(sender, language, full=full),
    )
    return "\n\n".join(part for part in parts if part)
