"""The shapes of the cast: persons of the firm, customers and the people who work there."""

from dataclasses import dataclass, field

_PLAIN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ć": "c",
     "ı": "i", "é": "e", "è": "e", "ë": "e", "ł": "l", "ń": "n", "š": "s", "ž": "z", "ě": "e",
     "č": "c", "ó": "o", "á": "a", "í": "i", "ï": "i"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Anybody who writes or gets mail. `sex` ('f', 'm') decides between Frau and Herr.

    - `pace`: mean working hours until they answer. `starts`: the hour their day begins (Berlin).
    - `hello`: what they say in German where others say Guten Tag.
    - `quotes`: how their mail program quotes: 'angle', 'block' (header lines on top) or 'none'.
    """

    name: str
    address: str
    sex: str = "f"
    job: str = ""
    language: str = "de"
    firm: str = ""
    town: str = ""
    trade: str = ""
    zone: str = "Europe/Berlin"
    pace: float = 5.0
    starts: int = 8
    quotes: str = "angle"
    hello: str = "Moin"
    currency: str = "EUR"
    every: int | None = None
    """Mean days between conversations they are in; None: only stories make them write."""
    came: int | None = None
    """Days before the last day on which they began there; None: before the demo's first day."""
    left: int | None = None
    """Days before the last day on which they left; None: they are still there."""

    @property
    def first(self) -> str:
        return self.name.split()[0]

    @property
    def last(self) -> str:
        return self.name.split(maxsplit=1)[1]

    @property
    def domain(self) -> str:
        return self.address.partition("@")[2]


TRADE = ("buying", "service", "planning", "daily")
"""What customers and we write about."""


@dataclass(frozen=True, slots=True)
class Account:
    """A customer: its domain, its name on pages, whose it is (the colleague's address).

    `alone`: nobody of ours but its representative ever writes to it. `themes`: what they and we
    write about.
    """

    domain: str
    name: str
    owner: str
    contacts: tuple[Person, ...] = field(default=())
    alone: bool = False
    themes: tuple[str, ...] = TRADE

    def contact(self, last: str) -> Person:
        """The one contact of that family name; ValueError where the cast has no such person."""
        found = [person for person in self.contacts if person.last == last]
        if len(found) != 1:
            raise ValueError(f"{len(found)} people called {last} at {self.domain}")
        return found[0]


def local_part(name: str) -> str:
    """'Jörg van Dam' -> 'joerg.vandam'."""
    first, last = name.lower().translate(_PLAIN).split(maxsplit=1)
    return f"{first}.{last.replace(' ', '').replace(chr(39), '')}"


def contact(name: str, sex: str, job: str, every: int | None, domain: str) -> Person:
    """Somebody at that domain; habits follow from the name, the same every time."""
    habit = sum(map(ord, name))
    return Person(
        name=name,
        address=f"{local_part(name)}@{domain}",
        sex=sex,
        job=job,
        pace=(3.0, 5.0, 6.5, 9.0)[habit % 4],
        starts=(7, 8, 8, 9)[habit // 4 % 4],
        quotes=("angle", "block", "block", "none")[habit // 16 % 4],
        every=every,
    )
