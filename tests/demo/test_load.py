"""The demo company through the real importer: each story is found on time, and little else is."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from kith.demo.build import build
from kith.demo.calendar import hushes, on_or_before
from kith.demo.firm import JANA
from kith.demo.load import load
from kith.demo.stories import fair_partner, new_employer, plant_manager_went_quiet
from kith.demo.stories.shelf import STORIES
from kith.demo.trade import prices
from kith.demo.trade.buyers import buyers
from kith.demo.trade.gifts import gifts
from kith.demo.trade.orders import sold
from kith.ledger.imports.models import Batch
from kith.ledger.insights.models import Finding
from kith.ledger.people.models import Contact
from kith.ledger.people.readers import account_by_domain
from kith.ledger.questions.readers import queue
from kith.ledger.questions.writers import answer
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Customer, Giveaway, InvoiceLine, PriceRise, Waiver
from kith.pipeline.refresh import refresh
from tests.demo.explained import TOLD, is_found, unexplained
from tests.demo.false_alarms import every, false_alarms, per_week, table, weeks_counted
from tests.demo.replay import Replay, replaying

pytestmark = pytest.mark.replay
CLOCK = on_or_before(date(2026, 3, 18))
DAY = timedelta(days=1)
COSTS = {"leaking", "waived_again", "given_again", "discount_spread", "over_attended"}


@pytest.fixture(scope="module")
def db(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[None]:
    """The tests' database with the company in it, for the whole file (usually it is one test's)."""
    home = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "HOME", home / "home")  # facts and gauges of this ledger alone
        patch.setattr(settings, "KITH_FACTS", home / "home" / "facts")
        load(build(home, clock=CLOCK), password="not needed here")
        yield
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def replay(db: None) -> Iterator[Replay]:
    """The company's days up to its clock."""
    with replaying(settings.KITH_FACTS, CLOCK) as days:
        yield days


def test_every_story_is_found_at_last_and_nothing_else_is(replay: Replay) -> None:
    found = replay.on(CLOCK)
    assert [story.name for story in TOLD if not is_found(story, found)] == []
    assert unexplained(found, CLOCK, CLOCK) == []


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story.name)
def test_no_story_is_found_before_it_has_happened(replay: Replay, story: Any) -> None:
    assert is_found(story, replay.on(story.latest_day(CLOCK)))
    assert not is_found(story, replay.on(story.earliest_day(CLOCK) - DAY))


def test_nothing_is_found_of_a_quiet_account(replay: Replay) -> None:
    quiet = {story.contact for story in STORIES if not story.finds}
    assert not [one for one in replay.on(CLOCK) if one.contact in quiet]


def test_nothing_of_what_a_customer_costs_is_ever_found_of_the_fair_partner(
    replay: Replay,
) -> None:
    fair = fair_partner.STORY.account
    for day in every(13, CLOCK):
        costs = [one for one in replay.on(day) if one.kind in COSTS]
        assert fair not in {one.account for one in costs}, day


@pytest.mark.parametrize("ago", [0, 37, 400, 801])
def test_a_day_played_again_finds_what_a_run_of_it_finds(replay: Replay, ago: int) -> None:
    day = CLOCK - timedelta(days=ago)
    assert replay.on(day) == replay.run(day)


def test_false_alarms_are_at_most_one_a_week_of_a_representative(replay: Replay) -> None:
    """Over three years without the first half, as far as every second Monday shows."""
    alarms = list(false_alarms(replay, every(2, CLOCK), CLOCK))
    assert alarms  # people are no clocks: no alarm at all would be too good
    weeks = weeks_counted(CLOCK)
    assert max(per_week(alarms, weeks).values()) <= 1, table(alarms, weeks)


def test_the_holidays_make_no_more_alarms_than_another_fortnight(replay: Replay) -> None:
    """What comes between one second Monday and the next, of all representatives."""
    _, (first, after) = hushes(CLOCK.year - 1)
    hushed: list[int] = []
    others: list[int] = []
    for begin, end in pairwise(every(2, CLOCK)):
        kept = hushed if begin < after and end > first else others
        kept.append(len(list(false_alarms(replay, [begin, end], CLOCK))))
    assert max(hushed) <= max(others)


@pytest.mark.usefixtures("db")
def test_the_books_are_in_the_ledger_line_by_line_and_every_customer_is_its_account() -> None:
    lines = sold(CLOCK)
    assert set(Batch.objects.values_list("state", "refused")) == {(Batch.DONE, 0)}
    for currency in ("EUR", "GBP"):
        kept = InvoiceLine.objects.filter(invoice__currency=currency)
        told = [one for one in lines if one.buyer.currency == currency]
        assert sorted(kept.values_list("net", flat=True)) == sorted(one.net * 100 for one in told)
    for one in buyers():
        account = account_by_domain(one.account.domain)
        assert account is not None
        assert Customer.objects.get(number=one.number).account == account
        assert account.owner is not None
        assert account.owner.email == one.account.owner


@pytest.mark.usefixtures("db")
def test_what_people_typed_is_known_as_of_its_own_day() -> None:
    assert Giveaway.objects.count() == sum(len(gifts(one)) for one in buyers())
    assert all(one.known_day == one.day for one in Giveaway.objects.all())
    assert all(one.known_day == one.day for one in Waiver.objects.all())
    assert [one.known_day for one in PriceRise.objects.order_by("announced_on")] == [
        one.announced for one in prices.rises(CLOCK)
    ]


@pytest.mark.usefixtures("db")
def test_today_begins_with_the_plant_manager() -> None:
    jana = User.objects.get(email=JANA.address)
    first = Finding.objects.filter(user=jana).order_by("-run_id", "-rank").first()
    assert first
    address = plant_manager_went_quiet.STORY.contact
    assert first.contact == Contact.objects.get(address__address=address)


@pytest.mark.usefixtures("db")
def test_it_is_asked_whether_the_buyer_moved_and_a_yes_makes_her_one() -> None:
    jana = User.objects.get(email=new_employer.STORY.rep.address)
    waiting = queue(jana, limit=20)
    [asked] = [one for one in waiting if one.question.kind != "giveaway"]
    assert asked.question.kind == "new_employer"
    assert len(waiting) <= 6  # a sample or a freight that a mail promised, and nobody wrote down
    assert (asked.one.address, asked.other.address) == (
        new_employer.OLD.address, new_employer.NEW.address,
    )  # fmt: skip
    before_it = stories_of_run(None)
    answer(asked.question, "yes", actor=jana)
    contact = Contact.objects.get(address__address=new_employer.NEW.address)
    assert contact == Contact.objects.get(address__address=new_employer.OLD.address)
    before, after = contact.employment_set.order_by("until", "id")
    ended, begun = (before, after) if before.until else (after, before)
    assert ended.until
    assert begun.since
    assert ended.until < begun.since
    assert stories_of_run(CLOCK) == before_it


def stories_of_run(day: date | None) -> set[tuple[str, int, str]]:
    """Kind, account and whose Today: all findings of the day's run, the newest by default."""
    run = refresh(as_of=day) if day else Finding.objects.order_by("-run_id")[0].run
    rows = Finding.objects.filter(run=run)
    return set(rows.values_list("kind", "account_id", "user__email"))
