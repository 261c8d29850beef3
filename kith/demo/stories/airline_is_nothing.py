"""Bookings come from an airline for three years and nobody answers them: nothing."""

from kith.demo.firm import FEMKE
from kith.demo.outside.machines import AIRLINE
from kith.demo.stories.story import Story

STORY = Story(
    name="airline_is_nothing",
    account=AIRLINE.domain,
    contact=AIRLINE.address,
    rep=FEMKE,
    finds=None,
)
