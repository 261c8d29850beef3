"""An association's newsletter comes for a year and a half and is never answered: nothing."""

from kith.demo.firm import JANA
from kith.demo.office import ASSOCIATION
from kith.demo.stories.story import Story

STORY = Story(
    name="newsletter_is_nothing",
    account=ASSOCIATION.domain,
    contact=ASSOCIATION.address,
    rep=JANA,
    finds=None,
)
