"""All mail of the demo company: ordinary behaviour, the office, and the planned stories."""

from datetime import date, timedelta

from kith.demo.behaviour import conversations
from kith.demo.company import ACCOUNTS
from kith.demo.letter import Letter
from kith.demo.office import office_mail
from kith.demo.stories.shelf import STORIES
from kith.demo.stories.story import Stage

SEED = "wendmark"
_DAYS = 548
"""Eighteen months."""


def simulate(clock: date, *, seed: str = SEED) -> list[Letter]:
    """Every letter up to `clock`, 17:00 in Berlin, oldest first; same arguments, same letters."""
    seed = f"{seed}/{clock}"
    first = clock - timedelta(days=_DAYS)
    leaves = {story.contact: clock - timedelta(days=story.leaves) for story in STORIES}
    apart = frozenset(leaves).union(*(story.apart for story in STORIES))
    letters = office_mail(first, clock, seed)
    for one in ACCOUNTS:
        for contact in one.contacts:
            last = leaves.get(contact.address, clock)
            if last > first:
                letters += conversations(contact, first, last, seed, apart=apart)
    stage = Stage(clock=clock, seed=seed)
    for story in STORIES:
        letters += story.tell(stage)
    return sorted(letters, key=lambda letter: (letter.moment, letter.message_id))
