"""His mail program says he no longer works there, and names the woman who does."""

from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "keramik-lohsdorf.example"
_CONTACT = person(_ACCOUNT, "Zschau")
_SUCCESSOR = person(_ACCOUNT, "Brumme")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(9)
    return stage.told("successor_named", "de", they=_CONTACT, we=MALIN, first=first)


STORY = Story(
    name="successor_named",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=MALIN,
    finds="contact_gone",
    also=frozenset({"gone_quiet"}),
    earliest=22,
    leaves=24,
    apart=(_SUCCESSOR.address,),
    tell=_tell,
)
