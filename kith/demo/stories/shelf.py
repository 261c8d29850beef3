"""All stories, in one place."""

from kith.demo.stories import (
    answered_by_colleague,
    buyer_stopped_writing,
    complaint_left_lying,
    drawing_forgotten,
    hangs_on_one,
    maintenance_lead_went_quiet,
    new_employer,
    newsletter_is_nothing,
    one_voice_at_the_shipyard,
    only_we_write,
    plant_manager_went_quiet,
    quiet_but_regular,
    thanks_closes_it,
    unanswered_seal_price,
)
from kith.demo.stories.story import Story

STORIES: tuple[Story, ...] = (
    answered_by_colleague.STORY,
    buyer_stopped_writing.STORY,
    complaint_left_lying.STORY,
    drawing_forgotten.STORY,
    hangs_on_one.STORY,
    maintenance_lead_went_quiet.STORY,
    new_employer.STORY,
    newsletter_is_nothing.STORY,
    one_voice_at_the_shipyard.STORY,
    only_we_write.STORY,
    plant_manager_went_quiet.STORY,
    quiet_but_regular.STORY,
    thanks_closes_it.STORY,
    unanswered_seal_price.STORY,
)
