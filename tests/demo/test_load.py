"""The demo company through the real importer: each story is found on time, and nothing else."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kith.demo.build import build
from kith.demo.calendar import on_or_before
from kith.demo.load import load
from kith.demo.stories.shelf import STORIES
from kith.ledger.insights.models import Finding
from kith.ledger.insights.readers import newest_run
from kith.pipeline.refresh import refresh

CLOCK = on_or_before(date(2026, 3, 18))
FOUND = tuple(story for story in STORIES if story.finds)


@pytest.fixture
def loaded(transactional_db: None, tmp_path: Path) -> None:
    load(build(tmp_path, clock=CLOCK), password="not needed here")


def found_on(day: date | None) -> set[tuple[str, str, str]]:
    """Kind, contact's address and whose Today: all findings of a day's run."""
    run = refresh(as_of=day) if day else newest_run()
    assert run is not None
    rows = Finding.objects.filter(run=run)
    return set(rows.values_list("kind", "contact__address__address", "user__email"))


@pytest.mark.usefixtures("loaded")
def test_every_story_is_found_on_time_and_nothing_else_is() -> None:
    planned = {(str(s.finds), s.contact, s.rep.address) for s in FOUND}
    assert found_on(None) == planned
    for story in FOUND:
        one = (str(story.finds), story.contact, story.rep.address)
        assert one in found_on(story.latest_day(CLOCK)), story.name
        assert one not in found_on(story.earliest_day(CLOCK) - timedelta(days=1)), story.name
