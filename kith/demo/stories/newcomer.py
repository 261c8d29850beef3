"""A new head of upkeep at the starch works: nobody of ours has written to her.

She has read along in five mails of her colleagues and written one herself.
"""

from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, person

_ACCOUNT = "staerke-ohlenrade.example"
_CONTACT = person(_ACCOUNT, "Petersen")
_WRITER = person(_ACCOUNT, "Boysen")
_SECOND = person(_ACCOUNT, "Rickmers")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for writer, ago in ((_WRITER, 48), (_SECOND, 41), (_WRITER, 30), (_WRITER, 19), (_SECOND, 11)):
        letters += stage.told(
            "newcomer", "de", they=writer, we=JANA, first=stage.days_ago(ago), theirs=(_CONTACT,)
        )
    written = stage.told("newcomer.herself", "de", they=_CONTACT, we=JANA, first=stage.days_ago(36))
    return [*letters, *written]


STORY = Story(
    name="newcomer",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    rep=JANA,
    finds="newcomer",
    earliest=52,
    apart=(_CONTACT.address,),
    tell=_tell,
)
