"""The last word is hers, but it is a thank-you: nothing is owed."""

from kith.demo.firm import FEMKE
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "cask-and-copper.example"
_CONTACT = person(_ACCOUNT, "Hale")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.working_days_ago(10)
    return stage.told("thanks_closes_it", "en", they=_CONTACT, we=FEMKE, first=first)


STORY = Story(
    name="thanks_closes_it",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=FEMKE,
    finds=None,
    leaves=26,
    tell=_tell,
)
