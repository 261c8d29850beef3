"""Every planned story's facts hold in the letters, whatever the last day."""

from datetime import date, timedelta

import pytest

from kith.demo import calendar, company
from kith.demo.letter import Letter
from kith.demo.stories.shelf import STORIES
from kith.demo.stories.story import Story
from kith.terms.finding import FindingKind
from tests.demo.cast import ASKING, CLOCKS, from_them, gaps, letters_of, to_them

each_clock = pytest.mark.parametrize("clock", CLOCKS, ids=str)
_QUIET = {
    "plant_manager_went_quiet": (41, 3),
    "buyer_stopped_writing": (47, 2),
    "maintenance_lead_went_quiet": (40, 2),
}
_ASKED = {"unanswered_seal_price": 6, "drawing_forgotten": 4, "complaint_left_lying": 9}


def story(name: str) -> Story:
    return next(one for one in STORIES if one.name == name)


def theirs(name: str, clock: date) -> list[Letter]:
    return from_them(letters_of(clock), story(name).contact)


def silence(letters: list[Letter], clock: date) -> int:
    return (clock - letters[-1].moment.date()).days


@each_clock
@pytest.mark.parametrize("name", _QUIET)
def test_who_went_quiet_is_silent_far_beyond_any_gap_while_we_kept_writing(
    name: str, clock: date
) -> None:
    days, ours = _QUIET[name]
    letters = theirs(name, clock)
    assert days <= silence(letters, clock) <= days + 5
    assert max(gaps(letters)) < silence(letters, clock)
    since = [
        one
        for one in to_them(letters_of(clock), story(name).contact)
        if one.moment > letters[-1].moment
    ]
    assert len(since) == ours
    assert not ASKING.search(letters[-1].text)


@each_clock
def test_the_plant_manager_used_to_write_every_nine_days_or_so(clock: date) -> None:
    letters = theirs("plant_manager_went_quiet", clock)
    year = [
        one for one in letters if silence(letters, clock) + 365 > (clock - one.moment.date()).days
    ]
    begun = [one for one in year if not one.answers]
    assert 18 <= len(begun) <= 60


@each_clock
@pytest.mark.parametrize("name", _ASKED)
def test_a_question_lies_unanswered_by_anyone(name: str, clock: date) -> None:
    question = theirs(name, clock)[-1]
    waited = calendar.working_days_between(question.moment.date(), calendar.on_or_before(clock))
    assert waited == _ASKED[name]
    assert ASKING.search(question.text)
    contact = story(name).contact
    later = [one for one in letters_of(clock) if one.moment > question.moment]
    assert not [one for one in later if contact in {who.address for who in one.addressees}]


@each_clock
@pytest.mark.parametrize("name", ["hangs_on_one", "one_voice_at_the_shipyard"])
def test_a_big_account_hangs_on_one_while_the_others_read_along(name: str, clock: date) -> None:
    account = company.account(story(name).account)
    assert len(theirs(name, clock)) > 60
    assert silence(theirs(name, clock), clock) <= 14
    for other in account.contacts:
        if other.address != story(name).contact:
            assert not from_them(letters_of(clock), other.address)
            assert not to_them(letters_of(clock), other.address)
            read = [one for one in letters_of(clock) if other in one.cc]
            assert len(read) >= 10


@each_clock
def test_one_representatives_question_is_answered_by_another_in_another_thread(
    clock: date,
) -> None:
    question = theirs("answered_by_colleague", clock)[-1]
    assert [who.first for who in question.to] == ["Jana"]
    answer = to_them(letters_of(clock), story("answered_by_colleague").contact)[-1]
    assert answer.moment > question.moment
    assert answer.sender.first == "Tobias"
    assert question.message_id not in answer.answers
    assert answer.subject.removeprefix("Re: ") != question.subject


@each_clock
def test_quiet_but_regular_is_within_his_own_rhythm(clock: date) -> None:
    letters = theirs("quiet_but_regular", clock)
    assert 50 <= silence(letters, clock) <= 55
    assert len(letters) >= 8
    assert all(50 <= gap <= 70 for gap in gaps(letters))
    assert max(gaps(letters)) > silence(letters, clock)


@each_clock
def test_the_last_word_is_a_thank_you(clock: date) -> None:
    contact = story("thanks_closes_it").contact
    thread = [
        one
        for one in letters_of(clock)
        if contact in {one.sender.address, *(who.address for who in one.addressees)}
    ]
    assert thread[-1].sender.address == contact
    assert "all good" in thread[-1].text
    assert not ASKING.search(thread[-1].text)
    assert silence(thread, clock) < max(gaps(from_them(thread, contact))[-10:])


@each_clock
def test_where_only_we_write_nobody_ever_answered(clock: date) -> None:
    assert not theirs("only_we_write", clock)
    assert len(to_them(letters_of(clock), story("only_we_write").contact)) >= 8


@each_clock
def test_the_newsletter_comes_through_a_list_and_gets_no_answer(clock: date) -> None:
    letters = theirs("newsletter_is_nothing", clock)
    assert len(letters) > 25
    assert all(one.list_id for one in letters)
    domain = story("newsletter_is_nothing").account
    assert not [
        one
        for one in letters_of(clock)
        if domain in {who.domain for who in one.addressees} and one.sender.domain != domain
    ]


def test_each_representative_has_two_to_five_things_to_do() -> None:
    for who in {one.rep for one in STORIES}:
        assert 2 <= sum(one.rep == who and one.finds is not None for one in STORIES) <= 5


@each_clock
def test_no_finding_could_be_there_before_its_earliest_day(clock: date) -> None:
    for one in STORIES:
        letters = from_them(letters_of(clock), one.contact)
        if one.finds == FindingKind.GONE_QUIET:
            longest = timedelta(days=max(gaps(letters)[-10:]))
            assert letters[-1].moment.date() + longest >= one.earliest_day(clock), one.name
        if one.finds == FindingKind.UNANSWERED:
            assert letters[-1].moment.date() >= one.earliest_day(clock), one.name
        assert one.latest_day(clock) <= clock
