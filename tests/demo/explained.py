"""Which finding a story explains."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.demo.stories.shelf import STORIES
from kith.demo.stories.story import Story
from kith.terms.finding import FindingKind


@dataclass(frozen=True)
class Found:
    """A finding by names: kind, account's domain, contact's address, whose Today, key, since."""

    kind: str
    account: str
    contact: str
    rep: str
    key: str
    since: date


KINDS = frozenset(map(str, FindingKind))
# A story of a kind that no rule finds yet is told all the same; nothing may be found of it.
TOLD = tuple(story for story in STORIES if story.finds in KINDS)


def is_found(story: Story, found: Iterable[Found]) -> bool:
    return any(_tells(story, one, {str(story.finds)}) for one in found)


def unexplained(found: Iterable[Found], day: date, clock: date) -> list[Found]:
    """What no story tells that has begun by `day`, be it by the story's own kind or one that its
    cause brings along."""
    begun = [story for story in STORIES if day >= story.first_day(clock)]
    return [
        one
        for one in found
        if not any(_tells(story, one, {str(story.finds), *story.also}) for story in begun)
    ]


def _tells(story: Story, one: Found, kinds: set[str]) -> bool:
    """The same reader's, of the same account, about nobody else than the story's people."""
    about = one.account in (story.account, *story.accounts) and one.rep == story.rep.address
    people = {"", *story.stars} if story.contact else {one.contact}
    return about and one.kind in kinds and one.contact in people
