"""The last word is hers, but it is a thank-you: nothing is owed."""

from kith.demo.firm import GWEN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "cask-and-copper.example"
_CONTACT = person(_ACCOUNT, "Hale")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(14)
    return stage.told("thanks_closes_it", "en", they=_CONTACT, we=GWEN, first=first)


STORY = Story(
    name="thanks_closes_it",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=GWEN,
    finds=None,
    leaves=26,
    tell=_tell,
)
