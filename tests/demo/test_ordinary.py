"""Ordinary behaviour: plenty, lifelike, and nothing in it that a finding could speak of."""

from collections import Counter
from datetime import date, datetime, time

import pytest

from kith.demo import calendar, company, firm
from kith.demo.people import Person
from kith.demo.stories.shelf import STORIES
from kith.demo.world import simulate
from tests.demo.cast import ASKING, CLOCKS, from_them, gaps, letters_of, threads, to_them

_STARRING = {story.contact for story in STORIES}
_ON_ONE = {story.account for story in STORIES if story.name in {"hangs_on_one"}} | {
    "scheepswerf-dewaal.example",
    "kelterei-obernau.example",
}

each_clock = pytest.mark.parametrize("clock", CLOCKS, ids=str)


def ordinary() -> list[Person]:
    return [
        who
        for one in company.ACCOUNTS
        for who in one.contacts
        if who.every is not None and who.address not in _STARRING
    ]


@pytest.mark.parametrize("clock", CLOCKS[:2], ids=str)
def test_a_day_gives_the_same_letters_every_time(clock: date) -> None:
    assert tuple(simulate(clock)) == letters_of(clock)


def test_another_seed_tells_it_differently() -> None:
    assert tuple(simulate(CLOCKS[0], seed="another")) != letters_of(CLOCKS[0])


@each_clock
def test_there_are_three_to_five_thousand_letters_over_eighteen_months(clock: date) -> None:
    letters = letters_of(clock)
    assert 3_000 <= len(letters) <= 5_000
    assert 530 <= (clock - letters[0].moment.date()).days <= 560


@each_clock
def test_nothing_is_later_than_five_o_clock_on_the_last_day(clock: date) -> None:
    assert max(one.moment for one in letters_of(clock)) <= datetime.combine(clock, time(17))


@each_clock
def test_business_mail_is_written_on_working_days(clock: date) -> None:
    assert all(calendar.is_working_day(one.moment.date()) for one in letters_of(clock))


@each_clock
def test_no_ordinary_contact_is_silent_beyond_their_longest_gap(clock: date) -> None:
    for who in ordinary():
        theirs = from_them(letters_of(clock), who.address)
        silent = (clock - max(one.moment for one in theirs).date()).days
        assert silent < max(gaps(theirs)[-10:]), who.address


@each_clock
def test_no_ordinary_question_is_left_without_an_answer(clock: date) -> None:
    told = {story.contact for story in STORIES if story.leaves}
    for thread in threads(letters_of(clock)):
        last = thread[-1]
        outside = last.sender.domain in {one.domain for one in company.ACCOUNTS}
        if outside and last.sender.address not in told:
            words = last.text.partition("\n-- ")[0]
            assert not ASKING.search(words), words


@each_clock
def test_ordinary_accounts_are_held_by_two_who_wrote_lately(clock: date) -> None:
    letters = letters_of(clock)
    for one in company.ACCOUNTS:
        if one.domain in _ON_ONE:
            continue
        lively = [
            who
            for who in one.contacts
            if any((clock - x.moment.date()).days <= 60 for x in from_them(letters, who.address))
            and any((clock - x.moment.date()).days <= 90 for x in to_them(letters, who.address))
        ]
        assert len(lively) >= 2, one.domain


def test_hardly_any_two_letters_say_the_same() -> None:
    bodies = Counter(one.text for one in letters_of(CLOCKS[0]))
    text, times = bodies.most_common(1)[0]
    assert times <= 4, text
    assert len(bodies) > 0.98 * len(letters_of(CLOCKS[0]))


def test_each_representative_has_a_full_mailbox() -> None:
    for who in firm.REPRESENTATIVES:
        assert len(from_them(letters_of(CLOCKS[0]), who.address)) > 350


def test_every_domain_is_invented_but_for_free_mail() -> None:
    for one in letters_of(CLOCKS[0]):
        for who in (one.sender, *one.addressees):
            free = who.domain in {"web.de", "gmx.de", "gmail.com"} and ".demo@" in who.address
            assert free or who.domain.endswith(".example"), who.address
