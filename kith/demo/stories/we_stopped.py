"""The distillery kept writing, small things that ask for nothing; our last mail is ten weeks old.

Before, somebody of ours wrote every other week.
"""

from kith.demo.firm import GWEN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, in_turn, person

_ACCOUNT = "tarn-distillery.example"
_CONTACT = person(_ACCOUNT, "Sinclair")
_OTHER = person(_ACCOUNT, "Baillie")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for number, first in enumerate(stage.every(13, since=1080, until=72)):
        contact = _OTHER if number % 3 == 0 else _CONTACT
        name = "we_stopped.order" if number % 2 else "we_stopped.visit"
        letters += stage.told(name, "en", they=contact, we=in_turn(number, GWEN), first=first)
    for ago in (58, 46, 33, 20, 7):
        first = stage.days_ago(ago)
        contact = _OTHER if ago == 33 else _CONTACT
        letters += stage.told("we_stopped.news", "en", they=contact, we=GWEN, first=first)
    return letters


STORY = Story(
    name="we_stopped",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    others=(_OTHER.address,),
    rep=GWEN,
    finds="we_stopped",
    earliest=46,
    tell=_tell,
)
