"""Every planned story's facts hold in the letters, whatever the last day."""

from datetime import date, datetime, timedelta

import pytest

from kith.demo import company
from kith.demo.firm import REPRESENTATIVES, TOBIAS
from kith.demo.letter import Letter
from kith.demo.stories.shelf import STORIES
from kith.demo.stories.story import Story, person
from kith.findings.unanswered import LAST_DAY
from kith.terms.finding import FindingKind
from tests.demo.cast import ASKING, CLOCKS, from_them, gaps, letters_of, to_them

each_clock = pytest.mark.parametrize("clock", CLOCKS, ids=str)
_QUIET = {
    "plant_manager_went_quiet": (41, 3),
    "buyer_stopped_writing": (47, 2),
    "maintenance_lead_went_quiet": (40, 2),
}
_ASKED = {"unanswered_seal_price": 12, "drawing_forgotten": 8, "complaint_left_lying": 13}
_REGULAR = {"quiet_but_regular": (50, 50, 70), "quarterly_customer": (77, 80, 105)}


def story(name: str) -> Story:
    return next(one for one in STORIES if one.name == name)


def theirs(name: str, clock: date) -> list[Letter]:
    return from_them(clock, story(name).contact)


def silence(letters: list[Letter], clock: date) -> int:
    return (clock - letters[-1].moment.date()).days


@each_clock
@pytest.mark.parametrize("name", _QUIET)
def test_who_went_quiet_is_silent_far_beyond_any_gap_while_we_kept_writing(
    name: str, clock: date
) -> None:
    days, ours = _QUIET[name]
    letters = theirs(name, clock)
    assert days <= silence(letters, clock) <= days + 10
    assert max(gaps(letters)) < silence(letters, clock)
    since = [one for one in to_them(clock, story(name).contact) if one.moment > letters[-1].moment]
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
    waited = (clock - question.moment.date()).days
    assert _ASKED[name] <= waited <= LAST_DAY
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
            assert not from_them(clock, other.address)
            assert not to_them(clock, other.address)
            read = [one for one in letters_of(clock) if other in one.cc]
            assert len(read) >= 10


@each_clock
def test_one_representatives_question_is_answered_by_another_in_another_thread(
    clock: date,
) -> None:
    question = theirs("answered_by_colleague", clock)[-1]
    assert [who.first for who in question.to] == ["Jana"]
    answer = to_them(clock, story("answered_by_colleague").contact)[-1]
    assert answer.moment > question.moment
    assert answer.sender.first == "Tobias"
    assert question.message_id not in answer.answers
    assert answer.subject.removeprefix("Re: ") != question.subject


@each_clock
@pytest.mark.parametrize("name", _REGULAR)
def test_quiet_but_regular_is_within_their_own_rhythm(name: str, clock: date) -> None:
    least, shortest, longest = _REGULAR[name]
    letters = theirs(name, clock)
    assert least <= silence(letters, clock) <= least + 11
    assert len(letters) >= 8
    assert all(shortest - 12 <= gap <= longest + 12 for gap in gaps(letters))
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
    assert silence(thread, clock) < max(gaps(from_them(clock, contact))[-10:])


@each_clock
def test_where_only_we_write_one_answer_lies_two_years_back(clock: date) -> None:
    (answer,) = theirs("only_we_write", clock)
    assert (clock - answer.moment.date()).days > 600
    ours = to_them(clock, story("only_we_write").contact)
    assert sum(one.moment > answer.moment for one in ours) >= 20


@each_clock
def test_where_only_they_write_we_have_said_nothing_for_a_year(clock: date) -> None:
    told = story("only_they_write")
    year = clock - timedelta(days=365)
    asked = [x for who in told.stars for x in from_them(clock, who) if x.moment.date() > year]
    assert len({one.moment.date() for one in asked}) >= 6
    assert all(ASKING.search(one.text) for one in asked)
    assert not [x for who in told.stars for x in to_them(clock, who) if x.moment.date() > year]
    assert (clock - asked[-1].moment.date()).days > 21


@each_clock
def test_the_bakeries_stopped_together_and_four_mails_went_out_since(clock: date) -> None:
    told = story("they_stopped")
    letters = sorted((x for who in told.stars for x in from_them(clock, who)), key=_when)
    assert 44 <= silence(letters, clock) <= 62
    assert max(gaps(letters)) < silence(letters, clock)
    for who in told.stars:  # no one of them is missed
        assert max(gaps(from_them(clock, who))[-10:]) > silence(from_them(clock, who), clock) or (
            silence(from_them(clock, who), clock) > 180
        )
    since = {x.moment.date() for who in told.stars for x in to_them(clock, who)
             if x.moment > letters[-1].moment}  # fmt: skip
    assert len(since) >= 3


@each_clock
def test_we_stopped_writing_while_they_went_on_and_asked_for_nothing(clock: date) -> None:
    told = story("we_stopped")
    ours = max(one.moment for who in told.stars for one in to_them(clock, who))
    assert (clock - ours.date()).days >= 60
    since = [x for who in told.stars for x in from_them(clock, who) if x.moment > ours]
    assert len(since) >= 4
    assert not [one for one in since if ASKING.search(one.text)]


@each_clock
def test_an_address_bounces_twice_and_another_names_a_successor(clock: date) -> None:
    machines = [one for one in letters_of(clock) if one.automatic == "auto-replied"]
    gone, left = story("address_bounces").contact, story("successor_named")
    assert sum(gone in one.text and "5.1.1" in one.text for one in machines) == 2
    (named,) = [one for one in machines if one.sender.address == left.contact
                and left.apart[0] in one.text]  # fmt: skip
    assert not from_them(clock, left.apart[0])
    assert theirs("successor_named", clock)[-1].moment < named.moment


def _when(letter: Letter) -> datetime:
    return letter.moment


@each_clock
def test_the_newcomer_reads_along_and_nobody_of_ours_writes_to_her(clock: date) -> None:
    new = story("newcomer").contact
    read = [one for one in letters_of(clock) if new in {who.address for who in one.cc}]
    assert len(read) >= 5
    assert all(one.sender.domain == story("newcomer").account for one in read)
    assert not to_them(clock, new)
    assert len(from_them(clock, new)) == 1
    assert (clock - read[0].moment.date()).days < 60


@each_clock
def test_four_copy_in_the_plant_manager_to_whom_we_never_wrote(clock: date) -> None:
    told = story("no_say")
    read = [x for x in letters_of(clock) if told.contact in {who.address for who in x.addressees}]
    assert {one.sender.address for one in read} == set(told.apart)
    assert len(told.apart) == 4
    assert len(from_them(clock, told.contact)) == 1
    known = person(told.account, "Grahl").address
    assert len(from_them(clock, known)) > 100


@each_clock
def test_nine_accounts_hear_from_nobody_but_one_representative(clock: date) -> None:
    told = story("held_by_one")
    assert len(told.accounts) == 9
    ours = [one for one in letters_of(clock) if one.sender.domain == TOBIAS.domain]
    for domain in told.accounts:
        met = {one.sender for one in ours if domain in {who.domain for who in one.addressees}}
        assert met == {TOBIAS}


@each_clock
def test_the_absence_that_is_known_ends_after_the_last_day(clock: date) -> None:
    told = story("known_absence")
    (answer,) = [one for one in letters_of(clock) if one.automatic and "Elternzeit" in one.text]
    assert answer.sender.address == told.contact
    assert theirs("known_absence", clock)[-1].moment < answer.moment


@each_clock
@pytest.mark.parametrize("name", ["supplier_asks", "bank_asks", "recruiter_asks"])
def test_those_who_sell_to_us_ask_and_get_no_answer(name: str, clock: date) -> None:
    sender = story(name).contact
    last = from_them(clock, sender)[-1]
    assert ASKING.search(last.text)
    assert not [one for one in to_them(clock, sender) if one.moment > last.moment]


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
    for who in REPRESENTATIVES:
        assert 2 <= sum(one.rep == who and one.finds is not None for one in STORIES) <= 5


@each_clock
def test_no_finding_could_be_there_before_its_earliest_day(clock: date) -> None:
    for one in STORIES:
        letters = from_them(clock, one.contact)
        if one.finds == FindingKind.GONE_QUIET:
            longest = timedelta(days=max(gaps(letters)[-10:]))
            assert letters[-1].moment.date() + longest >= one.earliest_day(clock), one.name
        if one.finds == FindingKind.UNANSWERED:
            assert letters[-1].moment.date() >= one.earliest_day(clock), one.name
        assert one.latest_day(clock) <= clock
