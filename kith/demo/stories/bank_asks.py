"""The bank asks for a confirmation of her card's data, in a mail that no machine signs: nothing."""

from kith.demo.chance import stream
from kith.demo.firm import JANA
from kith.demo.letter import Letter
from kith.demo.outside.machines import BANK, Sender, letter
from kith.demo.stories.story import Stage, Story

_ASKS = Sender(BANK, "bank_asks", 0)


def _tell(stage: Stage) -> list[Letter]:
    rng = stream(stage.seed, "bank_asks")
    return [letter(_ASKS, JANA, stage.days_ago(ago), rng) for ago in (12, 5)]


STORY = Story(
    name="bank_asks",
    account=BANK.domain,
    contact=BANK.address,
    rep=JANA,
    finds=None,
    tell=_tell,
)
