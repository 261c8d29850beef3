"""The brewery's maintenance manager is silent for nine weeks; his colleagues write as ever."""

from kith.demo.firm import FEMKE
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "brouwerij-kwint.example"
_CONTACT = person(_ACCOUNT, "Goossens")
_OTHERS = tuple(person(_ACCOUNT, name) for name in ("Maes", "Claes"))


def _tell(stage: Stage) -> list[Letter]:
    first = stage.days_ago(63)
    letters = stage.told("gone_while_others_go_on", "en", they=_CONTACT, we=FEMKE, first=first)
    for they, ago in ((_OTHERS[0], 7), (_OTHERS[1], 5)):
        first = stage.days_ago(ago)
        letters += stage.told("gone.others_go_on", "en", they=they, we=FEMKE, first=first)
    return letters


STORY = Story(
    name="gone_while_others_go_on",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=FEMKE,
    finds="contact_gone",
    also=frozenset({"gone_quiet"}),
    earliest=42,
    leaves=68,
    tell=_tell,
)
