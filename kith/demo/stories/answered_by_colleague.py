"""A question to one representative was answered by another, in a thread of its own: nothing."""

from kith.demo import calendar
from kith.demo.firm import JANA, TOBIAS
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "chemie-rautenfeld.example"
_CONTACT = person(_ACCOUNT, "Behn")


def _tell(stage: Stage) -> list[Letter]:
    answered_on = stage.days_ago(8)
    asked = stage.told(
        "answered_by_colleague", "de", they=_CONTACT, we=JANA,
        first=calendar.shift(answered_on, -2),
    )  # fmt: skip
    answered = stage.told(
        "answered_by_colleague.answer", "de", they=_CONTACT, we=TOBIAS, first=answered_on
    )
    return [*asked, *answered]


STORY = Story(
    name="answered_by_colleague",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds=None,
    leaves=24,
    tell=_tell,
)
