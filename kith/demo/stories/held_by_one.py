"""Nine of Tobias's customers have never had a line from anybody else here.

Nobody is told of themselves that they might leave: it is the manager's to know.
"""

from kith.demo.company import ACCOUNTS
from kith.demo.firm import MANAGER
from kith.demo.stories.story import Story

_ACCOUNTS = tuple(one.domain for one in ACCOUNTS if one.alone)


STORY = Story(
    name="held_by_one",
    account=_ACCOUNTS[0],
    contact="",
    rep=MANAGER,
    finds="held_by_one",
    earliest=1080,
    accounts=_ACCOUNTS,
)
