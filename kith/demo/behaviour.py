"""Ordinary business: every contact converses in a rhythm of their own, and nobody is left waiting.

Each contact's conversations are drawn from a seed of their own until that contact is unremarkable
on the last day, so that only stories give reason for a finding there. What the days before the last
look like is left to chance: `tests/demo/test_load.py` counts what is found on them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random

from kith.demo import calendar
from kith.demo.absences import Holidays
from kith.demo.chance import stream
from kith.demo.company import account, owner_of
from kith.demo.letter import Letter
from kith.demo.parties import party
from kith.demo.people import TRADE, Person
from kith.demo.talk import Party, play
from kith.demo.text.library import Script, script, scripts

_SHAPE = 2.5
"""Gamma shape of the days between conversations: more regular than chance, as trade is."""
_LONGEST = 1.5
"""No pause is longer than so many mean gaps, holidays apart: stocks run out."""
_RHYTHMS = 40
"""Of so many rhythms that were drawn a contact lives the one with the fewest surprises."""
_BEFORE = 5
"""A pause longer than so many before it is a surprise: about ten of their days of writing, two a
conversation."""
_NOTICED = 14
"""Days below which no pause surprises anybody."""
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
_DESK_EVERY = 4
"""Of so many conversations with somebody the order desk holds one, the representative reading
along: every customer knows two of ours."""
_TRIES = 400
_CLOSES = time(17)
_BUSY = 16
"""With whom we write oftener than every so many days, an absence never goes unnoticed."""
_MET = 0.3
"""Share of other absences in which a mail of ours arrives."""
_SETTLED = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Period:
    """Which days of whose mail: `first` and `last`; `apart` never read along (a story's own)."""

    first: date
    last: date
    holidays: Holidays
    apart: frozenset[str] = frozenset()


def conversations(contact: Person, period: Period, seed: str) -> list[Letter]:
    """All mail with one contact within the period; RuntimeError if none is ordinary."""
    if contact.every is None:
        return []
    for attempt in range(_TRIES):
        letters = _drawn(contact, period, stream(seed, contact.address, attempt))
        if is_unremarkable(letters, contact, period.last):
            return letters
    raise RuntimeError(f"no ordinary mail was found for {contact.address} up to {period.last}")


def is_unremarkable(letters: list[Letter], contact: Person, last: date) -> bool:
    """Their silence, and the silence both ways, is well within the longest of the last ten."""
    theirs = sorted({one.moment.date() for one in letters if one.sender == contact})
    both = sorted({one.moment.date() for one in letters})
    return all(_is_within(days, last, contact.every or 0) for days in (theirs, both))


def _is_within(days: list[date], last: date, every: int) -> bool:
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    if len(gaps) < 3:
        return False
    longest, silent = max(gaps[-10:]), calendar.days_open(days[-1], last)
    return silent <= min(0.7 * longest, every + 12) and max(gaps) <= 2.2 * every + 35


def _drawn(contact: Person, period: Period, rng: Random) -> list[Letter]:
    letters: list[Letter] = []
    recent: list[str] = []
    for number, day in enumerate(_starts(contact, period, rng)):
        for attempt in range(8):
            told = _script(contact, recent, rng)
            desk = attempt > 4 or number % _DESK_EVERY == 1
            played = _played(told, contact, day, period, rng, desk=desk)
            if played:
                letters += played
                recent = [*recent[-3:], told.name]
                break
    return [*_moves(contact, period, rng), *letters, *out_of_office(contact, period, rng)]


def _played(
    told: Script, contact: Person, day: date, period: Period, rng: Random, *, desk: bool = False
) -> list[Letter] | None:
    """The conversation, if it is over before anybody in it leaves. `desk`: it holds it."""
    holidays = period.holidays
    is_away = holidays.back_on(day, (owner_of(contact),)) != day
    people = party(contact, period.apart, rng, desk=desk or is_away)
    until = min(datetime.combine(period.last, _CLOSES), holidays.free_until(day, people.present))
    return play(told, people, first=day, until=until, rng=rng)


def _starts(contact: Person, period: Period, rng: Random) -> list[date]:
    """Days on which conversations begin: the drawn rhythm that surprises least often."""
    return min((_rhythm(contact, period, rng) for _ in range(_RHYTHMS)), key=_surprises)


def _surprises(starts: list[date]) -> int:
    """Pauses longer than each of the few before them."""
    pauses = [(later - earlier).days for earlier, later in pairwise(starts)]
    return sum(
        max(pauses[n - _BEFORE : n]) < pauses[n] >= _NOTICED for n in range(_BEFORE, len(pauses))
    )


def _rhythm(contact: Person, period: Period, rng: Random) -> list[date]:
    """Drawn backwards: the present is where rhythms end."""
    mean = float(contact.every or 0)
    day = period.last - timedelta(days=round(rng.uniform(0.1, 0.7) * mean))
    found: set[date] = set()
    while day >= period.first:
        start = period.holidays.back_on(calendar.on_or_before(day), (contact,))
        if start <= period.last:
            found.add(start)
        gap = min(rng.gammavariate(_SHAPE, mean / _SHAPE), _LONGEST * mean)
        day -= timedelta(days=max(2, round(gap)))
    return sorted(found)


def _moves(contact: Person, period: Period, rng: Random) -> list[Letter]:
    """Who came says so in a first mail, who left in a last one."""
    letters: list[Letter] = []
    back_on = period.holidays.back_on
    for name, moved, day in (
        ("new_face", contact.came, period.first),
        ("goodbye", contact.left, calendar.shift(period.last, -4)),
    ):
        if moved is not None:
            told = script(name, contact.language)
            letters += _played(told, contact, back_on(day, (contact,)), period, rng) or []
    return letters


def out_of_office(contact: Person, period: Period, rng: Random) -> list[Letter]:
    """Our mails that met an absence: answered by a machine at once, by the person once back."""
    letters: list[Letter] = []
    if account(contact.domain).themes != TRADE:
        return letters
    told, owner = script("away", contact.language), owner_of(contact)
    back_on = period.holidays.back_on
    for year in range(period.first.year, period.last.year + 1):
        for gone, back in period.holidays.of(contact, year):
            first = back_on(gone + timedelta(days=rng.randrange(1, 5)), (owner,))
            met = contact.every and (contact.every < _BUSY or rng.random() < _MET)
            if met and period.first < gone and first < back and back + _SETTLED < period.last:
                days = {"back": back_on(back, (contact,))}
                until = datetime.combine(period.last, _CLOSES)
                people = Party(parts={"they": contact, "we": owner}, about=contact)
                letters += play(told, people, first=first, until=until, rng=rng, days=days) or []
    return letters


def _script(contact: Person, recent: list[str], rng: Random) -> Script:
    possible = list(_possible(contact, recent))
    weights = [_RARE.get(one.name, 1.0) for one in possible]
    return rng.choices(possible, weights)[0]


def _possible(contact: Person, recent: list[str]) -> Iterator[Script]:
    place = account(contact.domain)
    for one in scripts():
        usual = one.language == contact.language and one.theme in place.themes
        served = not place.alone or all(turn.who != "tech" for turn in one.turns)
        if usual and served and one.name not in recent[-len(place.themes) :]:
            yield one
