"""A recruiter asks for ten minutes, again and again: nothing."""

from kith.demo.firm import TOBIAS
from kith.demo.outside.machines import RECRUITER
from kith.demo.stories.story import Story

STORY = Story(
    name="recruiter_asks",
    account=RECRUITER.domain,
    contact=RECRUITER.address,
    rep=TOBIAS,
    finds=None,
)
