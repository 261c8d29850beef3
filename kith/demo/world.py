"""All mail of the demo company: ordinary behaviour, the office, and the planned stories."""

from datetime import date, timedelta

from kith.demo.behaviour import Period, conversations
from kith.demo.company import ACCOUNTS
from kith.demo.letter import Letter
from kith.demo.office import office_mail
from kith.demo.outside.mail import outside_mail
from kith.demo.people import Person
from kith.demo.stories.shelf import STORIES
from kith.demo.stories.story import Stage

SEED = "wendmark"
DAYS = 1096
"""Three years."""


def simulate(clock: date, *, seed: str = SEED) -> list[Letter]:
    """Every letter up to `clock`, 17:00 in Berlin, oldest first; same arguments, same letters."""
    seed = f"{seed}/{clock}"
    first = clock - timedelta(days=DAYS)
    leaves = {one: story.leaves for story in STORIES for one in story.stars}
    apart = frozenset(leaves).union(*(story.apart for story in STORIES))
    ends = {one: clock - timedelta(days=days) for one, days in leaves.items()}
    letters = [*office_mail(first, clock, seed), *outside_mail(first, clock, seed, ends)]
    for one in ACCOUNTS:
        for contact in one.contacts:
            period = _period(contact, first, clock, leaves.get(contact.address, 0), apart)
            if period.last > first:
                letters += conversations(contact, period, seed)
    stage = Stage(clock=clock, seed=seed)
    for story in STORIES:
        letters += story.tell(stage)
    return sorted(letters, key=lambda letter: (letter.moment, letter.message_id))


def _period(
    contact: Person, first: date, clock: date, leaves: int, apart: frozenset[str]
) -> Period:
    """From the contact's coming to their leaving, or to the beginning of their story."""
    came = clock - timedelta(days=contact.came) if contact.came else first
    left = clock - timedelta(days=max(contact.left or 0, leaves))
    return Period(max(first, came), left, apart)
