"""Each story of trade holds in the books and in what is typed, whatever the last day."""

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median

import pytest

from kith.demo import company
from kith.demo.deal import Gift
from kith.demo.stories import (
    exception_spread,
    fair_partner,
    friend_costs_money,
    gift_became_a_right,
    rise_waived_for_the_close,
    spoiled_small_one,
)
from kith.demo.stories.story import Story
from kith.demo.trade import prices
from kith.demo.trade.buyers import Buyer, buyers
from kith.demo.trade.catalogue import CHARGES, HOSES
from kith.demo.trade.gifts import came_back_on, gifts
from kith.demo.trade.orders import Line
from tests.demo.cast import CLOCKS, from_them, to_them
from tests.demo.test_trade import TOLD, of

each_clock = pytest.mark.parametrize("clock", CLOCKS, ids=str)


def buyer(story: Story) -> Buyer:
    return next(one for one in buyers() if one.account.domain == story.account)


def within(lines: Iterable[Line], clock: date, first: int, last: int) -> list[Line]:
    """Goods sold so many to so many days ago."""
    return [
        one
        for one in lines
        if last <= (clock - one.day).days < first
        and not one.credit
        and one.product.family != CHARGES
    ]


def off(lines: Iterable[Line]) -> float:
    """The share taken off the list, of all of them."""
    lines = list(lines)
    return 1 - sum(one.net for one in lines) / sum(one.quantity * one.listed for one in lines)


def size(domain: str, clock: date) -> int:
    """Cents that an account bought for in the last year."""
    return sum(one.net for one in within(of(clock, domain), clock, 365, 0))


def without_return(story: Story, clock: date) -> list[Gift]:
    """What was given last, as long as nothing had come for it."""
    given = [one for one in gifts(buyer(story)) if not one.complaint]
    back = [number for number, one in enumerate(given) if came_back_on(one, clock)]
    return given[max(back, default=-1) + 1 :]


def written(clock: date, domain: str) -> int:
    """Mails with an account in the last year."""
    since = clock - timedelta(days=365)
    return sum(
        one.moment.date() > since
        for who in company.account(domain).contacts
        for one in (*from_them(clock, who.address), *to_them(clock, who.address))
    )


@each_clock
def test_the_friend_pays_less_each_year_for_fewer_kinds_of_things(clock: date) -> None:
    lines = of(clock, friend_costs_money.STORY.account)
    before, now = within(lines, clock, 1_096, 760), within(lines, clock, 120, 0)
    assert off(before) < 0.19
    assert off(now) > 0.31
    kinds = [
        {one.product.number for one in within(lines, clock, ago, ago - 365)} for ago in (1_095, 365)
    ]
    assert len(kinds[1]) <= 0.7 * len(kinds[0])
    year = [sum(one.net for one in within(lines, clock, ago, ago - 365)) for ago in (1_095, 365)]
    assert year[1] < 0.7 * year[0]


@each_clock
def test_the_friend_was_let_off_thrice_and_nothing_came_for_seven_gifts(clock: date) -> None:
    told = friend_costs_money.STORY
    assert [let.rise for let in buyer(told).deal.let_off] == [1, 2, 3]
    assert len(without_return(told, clock)) == 7


@each_clock
def test_nobody_of_janas_is_written_to_more_than_the_friend(clock: date) -> None:
    told = friend_costs_money.STORY
    mine = [one.domain for one in company.ACCOUNTS if one.owner == told.rep.address]
    counts = {domain: written(clock, domain) for domain in mine}
    lately = sorted(counts, key=lambda domain: -counts[domain])[:2]
    assert told.account in lately  # the other one went quiet


@each_clock
def test_some_six_tenths_of_the_last_rise_arrived(clock: date) -> None:
    rise = prices.rises(clock)[-1]
    due = came = 0.0
    for one in buyers():
        lines = of(clock, one.account.domain)
        start = (clock - rise.effective).days
        before = {line.product.number: line.price for line in within(lines, clock, 365, start + 1)}
        for line in within(lines, clock, start, start - 92):
            if earlier := before.get(line.product.number):
                due += line.quantity * earlier * rise.share
                came += line.quantity * (line.price - earlier)
    assert 0.55 < came / due < 0.75


@each_clock
def test_it_was_waived_for_those_who_are_written_to_most(clock: date) -> None:
    waived = [one for one in buyers() if any(let.rise == 3 for let in one.deal.let_off)]
    others = [one for one in buyers() if one not in waived]
    mails = [[written(clock, one.account.domain) for one in each] for each in (waived, others)]
    assert median(mails[0]) > 2 * median(mails[1])
    assert 8 <= len(waived) <= 16


@each_clock
def test_the_polder_board_was_let_off_each_time_and_buys_less(clock: date) -> None:
    told = rise_waived_for_the_close.STORY
    assert [let.rise for let in buyer(told).deal.let_off] == [1, 2, 3]
    lines = of(clock, told.account)
    years = [
        sum(one.quantity * one.product.price for one in within(lines, clock, ago, ago - 365))
        for ago in (1_095, 730, 365)
    ]
    assert years[2] < 0.9 * years[0]


@each_clock
def test_six_pumps_in_a_row_were_put_to_work_for_nothing(clock: date) -> None:
    given = without_return(gift_became_a_right.STORY, clock)
    assert len(given) == 6
    assert len({one.what for one in given}) == 1


@each_clock
def test_one_exception_on_hoses_became_that_of_eight_others(clock: date) -> None:
    told = exception_spread.STORY
    hoses = {
        one.account.domain: [x for x in of(clock, one.account.domain) if x.product.family == HOSES]
        for one in buyers()
    }
    now = {name: off(within(lines, clock, 340, 0)) for name, lines in hoses.items() if lines}
    before = {name: off(within(lines, clock, 700, 410)) for name, lines in hoses.items() if lines}
    for domain, share in now.items():
        assert (share > 0.21) == (domain in (told.account, *told.accounts)), domain
    assert [domain for domain, share in before.items() if share > 0.21] == [told.account]
    assert len(told.accounts) == 8
    assert len(told.accounts) > 0.4 * (len(now) - 1)


@each_clock
def test_the_small_one_gets_the_mail_and_the_gifts_of_a_big_one(clock: date) -> None:
    told = spoiled_small_one.STORY
    sizes = {one.account.domain: size(one.account.domain, clock) for one in buyers()}
    alike = [
        domain
        for domain, size in sizes.items()
        if 0.4 * sizes[told.account] < size < 2.5 * sizes[told.account] and domain != told.account
    ]
    assert len(alike) >= 8
    mails = median(written(clock, domain) for domain in alike)
    assert written(clock, told.account) > 3 * mails
    assert len([one for one in gifts(buyer(told)) if one.ago < 365]) >= 3


@each_clock
def test_the_fair_partner_pays_more_takes_every_rise_and_grows(clock: date) -> None:
    told = fair_partner.STORY
    lines, deal = of(clock, told.account), buyer(told).deal
    assert deal.let_off == ()
    assert without_return(told, clock) == []
    large = [one for one in buyers() if one.revenue > 100_000 and one.account.domain not in TOLD]
    assert off(within(lines, clock, 365, 0)) < min(
        off(within(of(clock, one.account.domain), clock, 365, 0)) for one in large
    )
    years = [
        sum(one.quantity * one.product.price for one in within(lines, clock, ago, ago - 365))
        for ago in (1_095, 365)
    ]
    assert years[1] > years[0]
    mails = sorted(written(clock, one.account.domain) for one in buyers())
    assert written(clock, told.account) > mails[len(mails) // 2]
