"""All mail of the demo company: ordinary behaviour, the office, and the planned stories."""

from datetime import date, timedelta

from kith.demo.absences import Holidays
from kith.demo.behaviour import Period, conversations
from kith.demo.company import ACCOUNTS, PARTNERS
from kith.demo.letter import Letter
from kith.demo.office import office_mail
from kith.demo.outside.machines import machine_mail
from kith.demo.people import Person
from kith.demo.stories.shelf import STORIES
from kith.demo.stories.story import Stage

SEED = "wendmark"
DAYS = 1096
"""Three years."""
_LEAVES = {one: story.leaves for story in STORIES for one in story.stars}
_APART = frozenset(_LEAVES).union(*(story.apart for story in STORIES))


def simulate(clock: date, *, seed: str = SEED) -> list[Letter]:
    """Every letter up to `clock`, 17:00 in Berlin, oldest first; same arguments, same letters."""
    seed = f"{seed}/{clock}"
    first = clock - timedelta(days=DAYS)
    letters = [*office_mail(first, clock, seed), *machine_mail(first, clock, seed)]
    people = [contact for one in (*ACCOUNTS, *PARTNERS) for contact in one.contacts]
    ends = {who.address: clock - timedelta(days=_ends(who)) for who in people}
    holidays = Holidays(clock, ends)
    for who in people:
        came = first if who.came is None else clock - timedelta(days=who.came)
        period = Period(max(first, came), ends[who.address], holidays, _APART)
        if period.last > first:
            letters += conversations(who, period, seed)
    stage = Stage(clock=clock, seed=seed)
    for story in STORIES:
        letters += story.tell(stage)
    return sorted(letters, key=lambda letter: (letter.moment, letter.message_id))


def _ends(contact: Person) -> int:
    """So many days before the last they leave, or their story begins."""
    return max(contact.left or 0, _LEAVES.get(contact.address, 0))
