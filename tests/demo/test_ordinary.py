"""Ordinary behaviour: plenty, lifelike, and nothing in it that a finding could speak of."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from kith.demo import calendar, company, firm
from kith.demo.absences import Holidays
from kith.demo.people import Person
from kith.demo.stories.shelf import STORIES
from kith.demo.world import DAYS, simulate
from tests.demo.cast import ASKING, CLOCKS, from_them, gaps, letters_of, sent_by, threads, to_them

_STARRING = {address for story in STORIES for address in (*story.stars, *story.apart)}
_TOLD = {story.account for story in STORIES}
_YEAR = 365

each_clock = pytest.mark.parametrize("clock", CLOCKS, ids=str)


def ordinary() -> list[Person]:
    return [
        who
        for one in (*company.ACCOUNTS, *company.PARTNERS)
        for who in one.contacts
        if who.every is not None and who.left is None and who.address not in _STARRING
    ]


def test_a_day_gives_the_same_letters_every_time() -> None:
    assert tuple(simulate(CLOCKS[0])) == letters_of(CLOCKS[0])


def test_another_seed_tells_it_differently() -> None:
    assert tuple(simulate(CLOCKS[0], seed="another")) != letters_of(CLOCKS[0])


def test_there_are_about_eighty_customers_of_five_representatives_in_two_currencies() -> None:
    assert 75 <= len(company.ACCOUNTS) <= 85
    assert {one.owner for one in company.ACCOUNTS} == {one.address for one in firm.REPRESENTATIVES}
    people = [who for one in company.ACCOUNTS for who in one.contacts]
    assert {who.currency for who in people} == {"EUR", "GBP"}
    sizes = {len(one.contacts) for one in company.ACCOUNTS}
    assert min(sizes) == 1
    assert max(sizes) <= 6


@each_clock
def test_there_are_some_twenty_thousand_letters_over_three_years(clock: date) -> None:
    letters = letters_of(clock)
    assert 15_000 <= len(letters) <= 24_000
    assert DAYS - 20 <= (clock - letters[0].moment.date()).days <= DAYS + 20


@each_clock
def test_nothing_is_later_than_five_o_clock_on_the_last_day(clock: date) -> None:
    assert max(one.moment for one in letters_of(clock)) <= datetime.combine(clock, time(17))


@each_clock
def test_people_write_business_mail_on_working_days(clock: date) -> None:
    for address, letters in sent_by(clock).items():
        if letters[0].sender.job:
            idle = [one for one in letters if not calendar.is_working_day(one.moment.date())]
            assert not idle, address


@each_clock
def test_between_the_years_and_at_easter_only_machines_and_families_write(clock: date) -> None:
    letters = [one for one in letters_of(clock) if one.sender.job]
    for year in range(clock.year - 2, clock.year):
        for first, after in calendar.hushes(year):
            assert not [one for one in letters if first <= one.moment.date() < after]
    week = Counter(one.moment.isocalendar()[:2] for one in letters)
    usual = sorted(week.values())[len(week) // 2]
    assert week[clock.year - 1, 1] < usual


@each_clock
def test_who_is_on_holiday_writes_nothing_but_their_machine_may(clock: date) -> None:
    for who in (one for one in ordinary() if one.domain not in _TOLD):
        for year in range(clock.year - 2, clock.year + 1):
            for gone, back in Holidays(clock, {}).of(who, year):
                away = [x for x in from_them(clock, who.address) if gone <= x.moment.date() < back]
                assert not away, who.address
    automatic = [one for one in letters_of(clock) if one.automatic == "auto-replied"]
    assert sum("wieder" in one.text or "be back" in one.text for one in automatic) > 100


@each_clock
def test_no_ordinary_contact_is_silent_beyond_their_longest_gap(clock: date) -> None:
    for who in ordinary():
        theirs = from_them(clock, who.address)
        silent = (clock - max(one.moment for one in theirs).date()).days
        assert silent <= max(gaps(theirs)[-10:]), who.address


@each_clock
def test_no_ordinary_question_is_left_without_an_answer(clock: date) -> None:
    told = {one for story in STORIES for one in (*story.stars, *story.apart)}
    for thread in threads(letters_of(clock)):
        last = thread[-1]
        outside = last.sender.domain in {one.domain for one in company.ACCOUNTS}
        if outside and last.sender.address not in told:
            words = last.text.partition("\n-- ")[0]
            assert not ASKING.search(words), words


@each_clock
def test_ordinary_accounts_are_held_by_two_of_theirs_and_two_of_ours(clock: date) -> None:
    for one in company.ACCOUNTS:
        people = [who for who in one.contacts if who.every and not who.left]
        if one.domain in _TOLD or len(people) < 2:
            continue
        assert sum(_two_way(clock, who.address) for who in people) >= 2, one.domain
        if not one.alone:
            assert len(_of_ours(clock, one.domain)) >= 2, one.domain


def test_an_account_of_one_person_is_a_small_one() -> None:
    for one in company.ACCOUNTS:
        if len(one.contacts) == 1 and one.domain not in _TOLD:
            who = one.contacts[0].address
            both = [*from_them(CLOCKS[0], who), *to_them(CLOCKS[0], who)]
            assert len([letter for letter in both if _lately(letter)]) < 20, one.domain


def _lately(letter: object, clock: date = CLOCKS[0]) -> bool:
    return bool(clock - letter.moment.date() < timedelta(days=_YEAR))  # type: ignore[attr-defined]


def _two_way(clock: date, address: str) -> bool:
    return all(
        any(_lately(one, clock) for one in letters)
        for letters in (from_them(clock, address), to_them(clock, address))
    )


def _of_ours(clock: date, domain: str) -> set[str]:
    return {
        one.sender.address
        for who in company.account(domain).contacts
        for one in to_them(clock, who.address)
        if _lately(one, clock)
    }


@each_clock
def test_people_come_and_go_and_say_so(clock: date) -> None:
    moved = [who for one in company.ACCOUNTS for who in one.contacts if who.every]
    for who in moved:
        theirs = from_them(clock, who.address)
        if who.came:
            assert theirs[0].moment.date() >= clock - timedelta(days=who.came)
        if who.left:
            assert theirs[-1].moment.date() <= clock - timedelta(days=who.left)
    assert sum(who.left is not None for who in moved) >= 5


def test_hardly_any_two_letters_say_the_same() -> None:
    bodies = Counter(one.text for letters in sent_by(CLOCKS[0]).values() for one in letters
                     if not (one.list_id or one.headers))  # fmt: skip
    text, times = bodies.most_common(1)[0]
    assert times <= 12, text
    assert len(bodies) > 0.97 * bodies.total()


def test_each_representative_has_a_full_mailbox() -> None:
    for who in firm.REPRESENTATIVES:
        assert len(from_them(CLOCKS[0], who.address)) > 900


def test_customers_abroad_hear_of_pounds() -> None:
    letters = to_them(CLOCKS[0], company.account("wold-water.example").contacts[0].address)
    assert any("£" in one.text for one in letters)
    assert not any("€" in one.text for one in letters)


def test_every_domain_is_invented_but_for_free_mail() -> None:
    for one in letters_of(CLOCKS[0]):
        for who in (one.sender, *one.addressees):
            free = who.domain in {"web.de", "gmx.de", "gmail.com"} and ".demo@" in who.address
            assert free or who.domain.endswith(".example"), who.address
