"""The demo company through the real importer: each story is found on time, and nothing else."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kith.demo.build import build
from kith.demo.calendar import on_or_before
from kith.demo.firm import REPRESENTATIVES
from kith.demo.letter import Letter
from kith.demo.load import load
from kith.demo.people import Person
from kith.demo.stories import new_employer
from kith.demo.stories.shelf import STORIES
from kith.demo.world import simulate
from kith.ledger.insights.models import Finding
from kith.ledger.insights.readers import newest_run
from kith.ledger.people.models import Contact
from kith.ledger.questions.readers import queue
from kith.ledger.questions.writers import answer
from kith.ledger.rights.models import User
from kith.pipeline.refresh import refresh

CLOCK = on_or_before(date(2026, 3, 18))
FOUND = tuple(story for story in STORIES if story.finds)


@pytest.fixture
def loaded(transactional_db: None, tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path / "home"  # facts and gauges of this ledger alone
    settings.KITH_FACTS = settings.HOME / "facts"
    load(build(tmp_path, clock=CLOCK), password="not needed here")


def planned() -> set[tuple[str, str, str]]:
    return {(str(s.finds), s.contact, s.rep.address) for s in FOUND}


def found_on(day: date | None) -> set[tuple[str, str, str]]:
    """Kind, contact's address and whose Today: all findings of a day's run but the managers'."""
    run = refresh(as_of=day) if day else newest_run()
    assert run is not None
    rows = Finding.objects.filter(run=run, user__isnull=False)
    return set(rows.values_list("kind", "contact__address__address", "user__email"))


@pytest.mark.usefixtures("loaded")
def test_the_one_question_is_whether_the_buyer_moved_and_a_yes_makes_her_one() -> None:
    jana = User.objects.get(email=new_employer.STORY.rep.address)
    [asked] = queue(jana, limit=10)
    assert asked.question.kind == "new_employer"
    assert (asked.one.address, asked.other.address) == (
        new_employer.OLD.address, new_employer.NEW.address,
    )  # fmt: skip
    answer(asked.question, "yes", actor=jana)
    contact = Contact.objects.get(address__address=new_employer.NEW.address)
    assert contact == Contact.objects.get(address__address=new_employer.OLD.address)
    before, after = contact.employment_set.order_by("until", "id")
    ended, begun = (before, after) if before.until else (after, before)
    assert ended.until
    assert begun.since
    assert ended.until < begun.since
    assert found_on(CLOCK) == planned()


def knows(letters: Iterable[Letter], who: Person, domain: str) -> bool:
    """Whether some person there wrote to them, and they to that person."""
    theirs = {one.sender.address for one in letters if who in one.to}
    ours = {to.address for one in letters if one.sender == who for to in one.addressees}
    return any(address.endswith(f"@{domain}") for address in theirs & ours)


def managers_are_told_what_is_true() -> None:
    """That a representative alone knows an account, once for each at most, and no more."""
    told = Finding.objects.filter(run=newest_run(), user__isnull=True)
    assert {row.kind for row in told} <= {"held_by_one"}
    assert len({row.colleague_id for row in told}) == len(told)
    year = [x for x in simulate(CLOCK) if (CLOCK - x.moment.date()).days < 365]
    for row in told:
        domain = row.account.accountdomain_set.get().domain
        knowing = [who.name for who in REPRESENTATIVES if knows(year, who, domain)]
        assert [row.colleague.name] == knowing  # type: ignore[union-attr]


@pytest.mark.usefixtures("loaded")
def test_every_story_is_found_on_time_and_nothing_else_is() -> None:
    assert found_on(None) == planned()
    managers_are_told_what_is_true()
    for story in FOUND:
        one = (str(story.finds), story.contact, story.rep.address)
        assert one in found_on(story.latest_day(CLOCK)), story.name
        assert one not in found_on(story.earliest_day(CLOCK) - timedelta(days=1)), story.name
