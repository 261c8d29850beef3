"""A question to one representative was answered by another, in a thread of its own: nothing."""

from kith.demo.firm import JANA, TOBIAS
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "chemie-rautenfeld.example"
_CONTACT = person(_ACCOUNT, "Behn")


def _tell(stage: Stage) -> list[Letter]:
    asked = stage.told(
        "answered_by_colleague", "de", they=_CONTACT, we=JANA, first=stage.days_ago(10)
    )
    answered = stage.told(
        "answered_by_colleague.answer", "de", they=_CONTACT, we=TOBIAS,
        first=stage.days_ago(8),
    )  # fmt: skip
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
