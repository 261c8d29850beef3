"""Plays one script out between people: who writes when, to whom, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from types import MappingProxyType

from kith.demo import calendar, manners
from kith.demo.firm import TECHNICIAN
from kith.demo.letter import Letter
from kith.demo.people import Person
from kith.demo.quote import quote
from kith.demo.text.facts import Facts
from kith.demo.text.grammar import expand
from kith.demo.text.library import Script, Turn


@dataclass(frozen=True, slots=True)
class Party:
    """Who plays which part of a script ('they', 'we', 'tech', 'boss').

    `about`: the customer it turns on; `cc` reads along throughout, `theirs` only what 'they' write;
    `to_all`: it addresses everyone.
    """

    parts: Mapping[str, Person]
    about: Person
    cc: tuple[Person, ...] = ()
    to_all: bool = False
    theirs: tuple[Person, ...] = ()

    @property
    def internal(self) -> bool:
        return "they" not in self.parts

    @property
    def present(self) -> tuple[Person, ...]:
        """Whose absence would leave the conversation hanging."""
        return tuple(self.parts[part] for part in ("they", "we") if part in self.parts)

    def addressees(
        self, sender: Person, before: list[Letter]
    ) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
        """To and Cc: an answer goes to whoever wrote last, all others of the thread read along."""
        everyone = [*self.parts.values(), *self.cc]
        if self.to_all:
            return tuple(one for one in dict.fromkeys(everyone) if one != sender), ()
        others = [letter.sender for letter in reversed(before) if letter.sender != sender]
        first = next(one for one in self.parts.values() if one != sender)
        to = others[0] if others else first
        theirs = self.theirs if sender == self.parts.get("they") else ()
        along = dict.fromkeys((*others, first, *self.cc, *theirs))
        return (to,), tuple(one for one in along if one not in {to, sender})


def play(
    script: Script,
    party: Party,
    *,
    first: date,
    until: datetime,
    rng: Random,
    days: Mapping[str, date] = MappingProxyType({}),
) -> list[Letter] | None:
    """The letters of one conversation that begins on `first`; None if it would outlast `until`.

    `days`: further days that the script names, such as `back`, on which an absence ends.
    """
    talk = _Talk(script, party, first, rng, days)
    for turn in script.turns:
        if turn.end:
            if rng.random() * 100 < turn.end:
                break
        elif not talk.say(turn, until):
            return None
    return talk.letters


@dataclass(slots=True)
class _Talk:
    """A conversation under way: what was said so far and what was drawn for it."""

    script: Script
    party: Party
    first: date
    rng: Random
    days: Mapping[str, date]
    letters: list[Letter] = field(default_factory=list)
    drawn: dict[str, int] = field(default_factory=dict)
    facts: Facts = field(init=False)

    def __post_init__(self) -> None:
        self.facts = Facts(
            self.rng,
            they=self.party.about,
            we=self.party.parts["we"],
            language=self.script.language,
            first=self.first,
            tech=self.party.parts.get("tech", TECHNICIAN),
            days=self.days,
        )

    def say(self, turn: Turn, until: datetime) -> bool:
        """Adds the turn's letter; False if its moment is after `until`."""
        if turn.who == "robot":
            self.letters.append(self._automatic(turn))
            return True
        sender = self.party.parts[turn.who]
        before = [letter for letter in self.letters if not letter.automatic]
        moment = self._moment(turn, sender)
        if moment > until:
            return False
        to, cc = self.party.addressees(sender, before)
        on_phone = bool(before) and self.rng.random() < 0.06
        style = "none" if on_phone and self.rng.random() < 0.5 else sender.quotes
        self.letters.append(
            Letter(
                message_id=f"{self.rng.getrandbits(72):018x}@{sender.domain}",
                moment=moment,
                sender=sender,
                to=to,
                cc=cc,
                subject=self._subject(sender),
                text=self._text(turn, sender, to, moment, on_phone=on_phone),
                quoted=quote(before[-1], style=style, language=self._language) if before else "",
                answers=() if on_phone else tuple(letter.message_id for letter in before),
            )
        )
        return True

    def _automatic(self, turn: Turn) -> Letter:
        """What the mail program of whoever is away answers by itself, a few seconds later."""
        asked, sender = self.letters[-1], self.party.parts["they"]
        word = "Automatische Antwort" if self._language == "de" else "Automatic reply"
        body = f"{self._expand(turn.template)}\n\n{manners.card(sender, self._language)}"
        return Letter(
            message_id=f"{self.rng.getrandbits(72):018x}@{sender.domain}",
            moment=asked.moment + timedelta(seconds=self.rng.randint(2, 40)),
            sender=sender, to=(asked.sender,), cc=(),
            subject=f"{word}: {asked.subject}", text=body, answers=(asked.message_id,),
            automatic="auto-replied", headers=(("X-Auto-Response-Suppress", "All"),),
        )  # fmt: skip

    @property
    def _language(self) -> str:
        return self.script.language

    def _moment(self, turn: Turn, sender: Person) -> datetime:
        if not self.letters:
            return self._during(self.first, sender)
        last = self.letters[-1].moment
        day = self.facts.days[turn.on] if turn.on else None
        if turn.days is not None:
            day = calendar.shift(last.date(), turn.days)
        if day is not None and day > last.date():
            return self._during(day, sender)
        hours = min(self.rng.gammavariate(1.2, sender.pace / 1.2) + 0.1, 22)
        return self._seconds(calendar.after(last, hours, opens=sender.starts))

    def _during(self, day: date, sender: Person) -> datetime:
        hours = min(self.rng.gammavariate(2, 1.6), 7.6)
        return self._seconds(datetime.combine(day, time(sender.starts)) + timedelta(hours=hours))

    def _seconds(self, moment: datetime) -> datetime:
        return moment.replace(second=self.rng.randrange(60), microsecond=0)

    def _subject(self, sender: Person) -> str:
        if not self.letters:
            return self._expand(self.script.subject)
        first = self.letters[0].subject
        outlook = sender.language == "de" and sender.quotes == "block"
        return f"AW: {first}" if outlook else f"Re: {first}"

    def _text(
        self,
        turn: Turn,
        sender: Person,
        to: tuple[Person, ...],
        moment: datetime,
        *,
        on_phone: bool,
    ) -> str:
        rng, language = self.rng, self._language
        body = self._expand(turn.template)
        if on_phone:
            return f"{manners.capital(body)}\n\n{manners.phone_line(language)}"
        if self.party.internal:
            return manners.note(body, sender, to, rng)
        talk = "" if self.letters else manners.small_talk(moment, language, rng)
        full = not any(one.sender == sender for one in self.letters) and rng.random() < 0.8
        begins = language == "en" or talk.endswith((".", "!"))
        parts = (
            manners.greeting(sender, to[0], moment, language, rng),
            talk,
            manners.capital(body) if begins else body,
            f"{manners.goodbye(sender, moment, language, rng)}\n"
            + manners.signature(sender, language, full=full),
        )
        return "\n\n".join(part for part in parts if part)

    def _expand(self, template: str) -> str:
        return expand(template, self.facts, self.drawn, self.rng)
