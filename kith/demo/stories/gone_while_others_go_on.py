"""The brewery's maintenance manager is silent for nine weeks; his colleagues write as ever."""

from kith.demo.firm import FEMKE
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "brouwerij-kwint.example"
_CONTACT = person(_ACCOUNT, "Goossens")


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(63)
    return stage.told("gone_while_others_go_on", "en", they=_CONTACT, we=FEMKE, first=first)


STORY = Story(
    name="gone_while_others_go_on",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=FEMKE,
    finds="contact_gone",
    also=frozenset({"gone_quiet"}),
    earliest=57,
    leaves=68,
    tell=_tell,
)
