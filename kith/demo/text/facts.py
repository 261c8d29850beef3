"""The concrete details of one conversation: parts, numbers, prices, days. Drawn once, then kept."""

from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from types import MappingProxyType

from kith.demo import calendar
from kith.demo.firm import TECHNICIAN
from kith.demo.people import Person
from kith.demo.text.equipment import FACES, KINDS, PLANT, SERIES

_WEEKDAYS = {
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Facts(dict[str, str]):
    """Slots by name, drawn when first asked for.

    `{soon}` and `{later}` are working days after the conversation's first: 4 to 6 and 10 to 15;
    `{far}` and `{contract}` lie 28 to 45 and 50 to 56 after it. `days` names further days.
    """

    def __init__(
        self, rng: Random, *, they: Person, we: Person, language: str, first: date,
        tech: Person = TECHNICIAN, days: Mapping[str, date] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        super().__init__(
            they=address(they, language), we=address(we, language), they_first=they.first,
            we_first=we.first, town=they.town, firm=they.firm, tech=tech.first, tech_last=tech.last,
            money="pounds" if they.currency == "GBP" else "euro",
        )  # fmt: skip
        self._rng = rng
        self._language = language
        self._trade = they.trade
        self.days = {
            "soon": calendar.shift(first, rng.randint(4, 6)),
            "later": calendar.shift(first, rng.randint(10, 15)),
            "far": calendar.shift(first, rng.randint(28, 45)),
            "contract": calendar.shift(first, rng.randint(50, 56)),
            **days,
        }
        self._currency = they.currency
        self._year = first.year

    def __missing__(self, slot: str) -> str:
        value = self[slot] = self._draw(slot)
        return value

    def _draw(self, slot: str) -> str:
        rng = self._rng
        if slot in self.days:
            return day_in(self._language, self.days[slot])
        if slot.startswith("week_"):
            week = self.days[slot.removeprefix("week_")].isocalendar().week
            return f"KW {week}" if self._language == "de" else f"week {week}"
        if slot == "plant":
            return rng.choice(PLANT[self._language][self._trade])
        if slot.startswith("price"):
            return self._money(rng)
        value = _DRAWS[slot](rng, self._year)
        decimal = slot == "vibration" and self._language == "de"
        return value.replace(".", ",") if decimal else value

    def _money(self, rng: Random) -> str:
        amount = rng.randint(38, 940) + rng.choice((0, 0.5, 0.8, 0.9, 0.45))
        text = f"{amount:.2f}"
        if self._language == "de":
            return f"{text.replace('.', ',')} €"
        return f"{'£' if self._currency == 'GBP' else '€'}{text}"


def _seal(rng: Random, _: int) -> str:
    kind, size = rng.choice(KINDS), rng.choice((22, 25, 28, 32, 35, 38, 43, 48, 55, 65))
    return f"{kind} {size} mm {rng.choice(FACES)}"


def _pump(rng: Random, _: int) -> str:
    bore, wheel = rng.choice((32, 40, 50, 65, 80, 100)), rng.choice((125, 160, 200, 250, 315))
    return f"{rng.choice(SERIES)} {bore}-{wheel}"


def _oring(rng: Random, _: int) -> str:
    return f"{rng.randint(30, 140)} x {rng.choice((3, 4, 5))} {rng.choice(('FKM', 'EPDM', 'NBR'))}"


_DRAWS: dict[str, Callable[[Random, int], str]] = {
    "seal": _seal,
    "pump": _pump,
    "tag": lambda rng, _: f"P-{rng.randint(1, 6)}{rng.randint(1, 24):02d}",
    "oring": _oring,
    "qty": lambda rng, _: str(rng.choice((2, 2, 3, 4, 4, 6, 8, 10))),
    "po": lambda rng, _: f"45{rng.randint(10_000, 99_999):05d}{rng.randint(0, 9)}",
    "our_no": lambda rng, year: f"AB-{year % 100}-{rng.randint(1000, 4999)}",
    "offer_no": lambda rng, year: f"AN-{year % 100}-{rng.randint(1000, 4999)}",
    "invoice": lambda rng, year: f"RE-{year % 100}{rng.randint(10_000, 49_999)}",
    "serial": lambda rng, _: f"{rng.randint(11, 24)}-{rng.randint(10_000, 99_999)}",
    "hour": lambda rng, _: rng.choice(("8:00", "8:30", "9:00", "9:30", "10:00", "13:00", "14:00")),
    "percent": lambda rng, _: rng.choice("234"),
    "flow": lambda rng, _: str(rng.choice((12, 18, 25, 40, 60, 85, 120))),
    "head": lambda rng, _: str(rng.choice((18, 24, 32, 38, 45, 60))),
    "temp": lambda rng, _: str(rng.choice((8, 20, 45, 65, 80, 95, 120))),
    "vibration": lambda rng, _: f"{rng.randint(21, 79) / 10:.1f}",
    "years": lambda rng, _: str(rng.randint(3, 14)),
    "small": lambda rng, _: str(rng.randint(2, 5)),
    "shelf": lambda rng, _: f"{rng.choice('ABCDE')}{rng.randint(1, 30)}",
}


def address(person: Person, language: str) -> str:
    """'Frau Korte' in German, 'Sabine' in English."""
    if language == "de":
        return f"{'Frau' if person.sex == 'f' else 'Herr'} {person.last}"
    return person.first


def day_in(language: str, day: date) -> str:
    """'Donnerstag, 14.3.' or 'Thursday 14 March'."""
    weekday = _WEEKDAYS[language][day.weekday()]
    if language == "de":
        return f"{weekday}, {day.day}.{day.month}."
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]}"
