"""Ordinary business: every contact converses in a rhythm of their own, and nobody is left waiting.

Each contact's conversations are drawn from a seed of their own until that contact is unremarkable
on the last day, so that only stories give reason for a finding.
"""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random

from kith.demo import calendar
from kith.demo.chance import stream
from kith.demo.company import account, owner_of
from kith.demo.firm import MANAGER, TECHNICIAN
from kith.demo.letter import Letter
from kith.demo.people import Person
from kith.demo.talk import Party, play
from kith.demo.text.library import Script, scripts

THEMES = ("buying", "service", "planning", "daily")
_SHAPE = 2.0
"""Gamma shape of the days between conversations: more regular than chance, as trade is."""
_LONGEST = 2.0
"""No pause is longer than so many mean gaps."""
_RARE = {
    "price_list": 0.15,
    "training": 0.3,
    "project": 0.4,
    "pump_price": 0.6,
    "wrong_part": 0.5,
    "yearly_service": 0.5,
    "vibration": 0.5,
    "shutdown": 0.5,
}
_TRIES = 400
_CLOSES = time(17)


def conversations(
    contact: Person, first: date, last: date, seed: str, *, apart: frozenset[str] = frozenset()
) -> list[Letter]:
    """All mail with one contact from `first` to `last`; RuntimeError if none is ordinary.

    `apart`: addresses that never read along, because a story needs their mail exactly as told.
    """
    if contact.every is None:
        return []
    for attempt in range(_TRIES):
        letters = _drawn(contact, first, last, apart, stream(seed, contact.address, attempt))
        if is_unremarkable(letters, contact, last):
            return letters
    raise RuntimeError(f"no ordinary mail was found for {contact.address} up to {last}")


def is_unremarkable(letters: list[Letter], contact: Person, last: date) -> bool:
    """Their silence, and the silence both ways, is well within the longest of the last ten."""
    theirs = sorted({one.moment.date() for one in letters if one.sender == contact})
    both = sorted({one.moment.date() for one in letters})
    return all(_is_within(days, last, contact.every or 0) for days in (theirs, both))


def _is_within(days: list[date], last: date, every: int) -> bool:
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    if len(gaps) < 3:
        return False
    longest, silent = max(gaps[-10:]), (last - days[-1]).days
    return silent <= min(0.7 * longest, every) and max(gaps) <= 2.2 * every + 10


def _drawn(
    contact: Person, first: date, last: date, apart: frozenset[str], rng: Random
) -> list[Letter]:
    letters: list[Letter] = []
    until = datetime.combine(last, _CLOSES)
    recent: list[str] = []
    for day in _starts(contact, first, last, rng):
        for _ in range(8):
            script = _script(contact, recent, rng)
            played = play(script, _party(contact, apart, rng), first=day, until=until, rng=rng)
            if played:
                letters += played
                recent = [*recent[-3:], script.name]
                break
    return letters


def _starts(contact: Person, first: date, last: date, rng: Random) -> list[date]:
    """Days on which conversations begin, drawn backwards: the present is where rhythms end."""
    mean = float(contact.every or 0)
    day = last - timedelta(days=round(rng.uniform(0.1, 0.7) * mean))
    found: list[date] = []
    while day >= first:
        found.append(calendar.on_or_before(day))
        gap = min(rng.gammavariate(_SHAPE, mean / _SHAPE), _LONGEST * mean)
        day -= timedelta(days=max(2, round(gap)))
    return [one for one in reversed(found) if one >= first]


def _script(contact: Person, recent: list[str], rng: Random) -> Script:
    possible = [
        one
        for one in scripts()
        if one.language == contact.language and one.theme in THEMES and one.name not in recent
    ]
    weights = [_RARE.get(one.name, 1.0) for one in possible]
    return rng.choices(possible, weights)[0]


def _party(contact: Person, apart: frozenset[str], rng: Random) -> Party:
    parts = {"they": contact, "we": owner_of(contact), "tech": TECHNICIAN}
    return Party(parts=parts, about=contact, cc=_cc(contact, apart, rng))


def _cc(contact: Person, apart: frozenset[str], rng: Random) -> tuple[Person, ...]:
    """Somebody of theirs reads along now and then (always those who never write), ours rarely."""
    known = account(contact.domain).contacts
    others = [one for one in known if one != contact and one.address not in apart]
    silent = [one for one in others if one.every is None]
    found: list[Person] = []
    if silent and rng.random() < 0.35:
        found.append(rng.choice(silent))
    elif others and rng.random() < 0.12:
        found.append(rng.choice(others))
    if rng.random() < 0.04:
        found.append(MANAGER)
    return tuple(found)
