"""What a story is, and the stage it is told on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from kith.demo import calendar
from kith.demo.chance import stream
from kith.demo.company import account, owner_of
from kith.demo.deal import Deal
from kith.demo.firm import DESK, REPRESENTATIVES, technician_of
from kith.demo.letter import Letter
from kith.demo.people import Person
from kith.demo.talk import Party, play
from kith.demo.text.library import script

_EARLIER = timedelta(weeks=1)
_ANSWERABLE = 14
"""Days after which nobody is told of a question any more."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The demo's last day and its seed; places conversations before that day."""

    clock: date
    seed: str

    def every(self, days: int, *, since: int, until: int) -> list[date]:
        """The working days about so many days apart, counted back from `until` days ago.

        None just before Easter or Christmas: what begins then would wait until they are over.
        """
        found = [self.days_ago(ago) for ago in range(until, since, days)]
        return [day - _EARLIER if _is_before_a_hush(day) else day for day in found]

    def days_ago(self, days: int) -> date:
        """The working day on or before so many calendar days ago."""
        return calendar.on_or_before(self.clock - timedelta(days=days))

    def asked(self, days: int) -> date:
        """The same for a question that still waits: the first day after a hush, should it else have
        waited too long to be told of."""
        day = self.days_ago(days)
        return day if (self.clock - day).days <= _ANSWERABLE else calendar.shift(day, 1)

    def told(
        self,
        name: str,
        language: str,
        *,
        they: Person,
        we: Person,
        first: date,
        theirs: tuple[Person, ...] = (),
        days: Mapping[str, date] = MappingProxyType({}),
    ) -> list[Letter]:
        """The script of that name, played from `first`. ValueError: it outlasts the last day.

        `theirs` read along in what `they` write; `days` as `play` takes them.
        """
        parts = {"they": they, "we": we, "tech": technician_of(we)}
        cc = () if we in REPRESENTATIVES else (owner_of(they),)
        letters = play(
            script(name, language),
            Party(parts=parts, about=they, cc=cc, theirs=theirs),
            first=first,
            until=datetime.combine(self.clock, time(17)),
            rng=stream(self.seed, name, they.address, first),
            days=days,
        )
        if letters is None:
            raise ValueError(f"{name} is not over by {self.clock}")
        return letters


def in_turn(number: int, rep: Person) -> Person:
    """The representative, and for every fourth conversation the order desk."""
    return DESK if number % 4 == 3 else rep


def _is_before_a_hush(day: date) -> bool:
    return any(first - _EARLIER < day < after for first, after in calendar.hushes(day.year))


@dataclass(frozen=True, slots=True)
class Story:
    """One planned story.

    - `account` (domain), `contact` (address), `rep`: whom it is about, and whose Today it is.
    - `finds`: the kind of finding it must raise (`FindingKind`'s value), None: nothing.
    - `also`: kinds that may be found of the same account for the same cause.
    - `earliest`, `latest`: days before the last day. No run as of a day before `earliest` may raise
      it, every run from `latest` on must; both 0 where nothing may be found.
    - `leaves`: days before the last day from which the contact's ordinary mail stops (0: never),
      so that what `tell` gives is all there is from then on.
    - `others`: further addresses whose ordinary mail stops then.
    - `accounts`: where it is about several, their domains.
    - `apart`: addresses that only `tell` makes write and be written to.
    - `deals`: how customers trade in it, by domain, where that is not the ordinary.
    """

    name: str
    account: str
    contact: str
    rep: Person
    finds: str | None
    also: frozenset[str] = frozenset()
    earliest: int = 0
    latest: int = 0
    leaves: int = 0
    others: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    deals: Mapping[str, Deal] = field(default_factory=lambda: MappingProxyType({}))
    tell: Callable[[Stage], list[Letter]] = lambda _: []

    @property
    def stars(self) -> tuple[str, ...]:
        return (self.contact, *self.others)

    def first_day(self, clock: date) -> date:
        """The day from which it is told; before it the account is an ordinary one."""
        return clock - timedelta(days=max(self.leaves, self.earliest))

    def earliest_day(self, clock: date) -> date:
        return clock - timedelta(days=self.earliest)

    def latest_day(self, clock: date) -> date:
        return clock - timedelta(days=self.latest)


def person(domain: str, last: str) -> Person:
    """The contact of that family name at that account."""
    return account(domain).contact(last)
