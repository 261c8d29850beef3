"""The glass works ask every seven weeks; for more than a year nobody of ours has written to them.

Before, both sides wrote. No single question is young enough to be called unanswered.
"""

from kith.demo.firm import MALIN
from kith.demo.letter import Letter
from kith.demo.stories.story import Stage, Story, in_turn, person

_ACCOUNT = "tafelglas-brinkow.example"
_CONTACT = person(_ACCOUNT, "Struve")
_OTHER = person(_ACCOUNT, "Kaltofen")


def _tell(stage: Stage) -> list[Letter]:
    letters: list[Letter] = []
    for number, day in enumerate(stage.every(36, since=1080, until=400)):
        they, we = _OTHER if number % 3 == 1 else _CONTACT, in_turn(number, MALIN)
        letters += stage.told("only_they_write.before", "de", they=they, we=we, first=day)
    for number, day in enumerate(stage.every(49, since=380, until=23)):
        they = _OTHER if number % 3 == 1 else _CONTACT
        letters += stage.told("only_they_write", "de", they=they, we=MALIN, first=day)
    return letters


STORY = Story(
    name="only_they_write",
    account=_ACCOUNT,
    contact=_CONTACT.address,
    others=(_OTHER.address,),
    rep=MALIN,
    finds="one_sided",
    also=frozenset({"we_stopped", "gone_quiet", "unanswered", "hangs_on_one"}),
    earliest=46,
    tell=_tell,
)
