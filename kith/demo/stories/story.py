"""What a story is, and the stage it is told on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kith.demo import calendar
from kith.demo.chance import stream
from kith.demo.company import account
from kith.demo.firm import TECHNICIAN
from kith.demo.letter import Letter
from kith.demo.people import Person
from kith.demo.talk import Party, play
from kith.demo.text.library import script
from kith.terms.finding import FindingKind


@dataclass(frozen=True, slots=True)
class Stage:
    """The demo's last day and its seed; places conversations before that day."""

    clock: date
    seed: str

    def days_ago(self, days: int) -> date:
        """The working day on or before so many calendar days ago."""
        return calendar.on_or_before(self.clock - timedelta(days=days))

    def working_days_ago(self, days: int) -> date:
        return calendar.shift(calendar.on_or_before(self.clock), -days)

    def told(
        self, name: str, language: str, *, they: Person, we: Person, first: date
    ) -> list[Letter]:
        """The script of that name, played from `first`. ValueError: it outlasts the last day."""
        party = Party(parts={"they": they, "we": we, "tech": TECHNICIAN}, about=they)
        letters = play(
            script(name, language),
            party,
            first=first,
            until=datetime.combine(self.clock, time(17)),
            rng=stream(self.seed, name, first),
        )
        if letters is None:
            raise ValueError(f"{name} is not over by {self.clock}")
        return letters


@dataclass(frozen=True, slots=True)
class Story:
    """One planned story.

    - `account` (domain), `contact` (address), `rep`: whom it is about, and whose Today it is.
    - `finds`: the finding it must raise, None: it must raise nothing.
    - `earliest`, `latest`: days before the last day. No run as of a day before `earliest` may raise
      it, every run from `latest` on must; both 0 where nothing may be found.
    - `leaves`: days before the last day from which the contact's ordinary mail stops (0: never),
      so that what `tell` gives is all there is from then on.
    - `apart`: further addresses that only `tell` makes write and be written to.
    """

    name: str
    account: str
    contact: str
    rep: Person
    finds: FindingKind | None
    earliest: int = 0
    latest: int = 0
    leaves: int = 0
    apart: tuple[str, ...] = ()
    tell: Callable[[Stage], list[Letter]] = lambda _: []

    def earliest_day(self, clock: date) -> date:
        return clock - timedelta(days=self.earliest)

    def latest_day(self, clock: date) -> date:
        return clock - timedelta(days=self.latest)


def person(domain: str, last: str) -> Person:
    """The contact of that family name at that account."""
    return account(domain).contact(last)
