"""Nine of Tobias's customers have never had a line from anybody else here."""

from kith.demo.company import ACCOUNTS
from kith.demo.firm import TOBIAS
from kith.demo.stories.story import Story

_ACCOUNTS = tuple(one.domain for one in ACCOUNTS if one.alone)


STORY = Story(
    name="held_by_one",
    account=_ACCOUNTS[0],
    contact="",
    rep=TOBIAS,
    finds="held_by_one",
    earliest=1000,
    accounts=_ACCOUNTS,
)
