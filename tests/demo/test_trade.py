"""Three years of trade: plenty, lifelike, the same every time; its sums add up in cents."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from statistics import median

import pytest

from kith.demo import calendar, company
from kith.demo.stories.shelf import STORIES
from kith.demo.trade import prices
from kith.demo.trade.buyers import buyers
from kith.demo.trade.catalogue import CHARGES, PRODUCTS, product
from kith.demo.trade.gifts import came_back_on, gifts, given_on
from kith.demo.trade.orders import Line, sold
from kith.demo.world import DAYS
from tests.demo.cast import CLOCKS

each_clock = pytest.mark.parametrize("clock", CLOCKS, ids=str)
TOLD = {domain for story in STORIES for domain in story.deals}


@cache
def lines_of(clock: date) -> tuple[Line, ...]:
    return tuple(sold(clock))


def of(clock: date, domain: str) -> list[Line]:
    return [one for one in lines_of(clock) if one.buyer.account.domain == domain]


def test_a_day_gives_the_same_lines_and_another_seed_others() -> None:
    assert tuple(sold(CLOCKS[0])) == lines_of(CLOCKS[0])
    assert tuple(sold(CLOCKS[0], seed="another")) != lines_of(CLOCKS[0])


@each_clock
def test_some_ten_thousand_lines_over_three_years_in_two_currencies(clock: date) -> None:
    lines = lines_of(clock)
    assert 8_000 <= len(lines) <= 15_000
    assert DAYS - 20 <= (lines[-1].day - lines[0].day).days <= DAYS + 10
    assert lines[-1].day <= clock
    assert max(one.booked for one in lines) <= clock
    pounds = sum(one.buyer.currency == "GBP" for one in lines)
    assert 0.1 < pounds / len(lines) < 0.3


def test_nearly_every_customer_buys_all_the_time() -> None:
    assert len(buyers()) == len(company.ACCOUNTS) - 5
    for one in buyers():
        days = sorted({line.day for line in of(CLOCKS[0], one.account.domain)})
        assert len(days) >= 20, one.account.name
        longest = max((later - day).days for day, later in pairwise(days))
        assert longest <= 5 * one.every or one.deal.stops, one.account.name


@each_clock
def test_invoices_are_numbered_by_day_and_their_lines_from_one_on(clock: date) -> None:
    invoices: dict[str, list[Line]] = defaultdict(list)
    for one in lines_of(clock):
        invoices[one.invoice].append(one)
        assert calendar.is_working_day(one.day)
    for lines in invoices.values():
        assert [one.place for one in lines] == [*range(1, len(lines) + 1)]
        assert len({(one.day, one.buyer.number, one.credit) for one in lines}) == 1
    numbers = [int(name.partition("-")[2]) for name in invoices]
    assert numbers == sorted(numbers)


@each_clock
def test_a_net_is_quantity_times_price_and_below_the_list(clock: date) -> None:
    for one in lines_of(clock):
        assert one.net == one.quantity * one.price
        assert (one.quantity < 0) == one.credit == (one.invoice[:2] == "GS")
        assert -0.02 <= one.discount < 0.45
        assert 0 < one.cost < one.price or one.buyer.account.domain in TOLD, one


def test_a_credit_note_takes_back_what_was_sold() -> None:
    credits = [one for one in lines_of(CLOCKS[0]) if one.credit]
    assert 10 < len(credits) < 150
    for one in credits:
        sold_before = [
            line
            for line in of(CLOCKS[0], one.buyer.account.domain)
            if line.product == one.product and line.day < one.day and not line.credit
        ]
        assert any(line.quantity == -one.quantity for line in sold_before)


def test_the_list_rises_three_times_and_the_last_one_is_five_months_old() -> None:
    for clock in CLOCKS:
        effective = [one.effective for one in prices.rises(clock)]
        assert all(day.day == 1 for day in effective)
        assert 140 <= (clock - effective[-1]).days <= 190
        assert (effective[0] - (clock - timedelta(days=DAYS))).days > 180
    seal = product("GD-21-33")
    levels = [prices.list_price(seal, "EUR", steps) for steps in range(4)]
    for (before, after), share in zip(pairwise(levels), prices.SHARES, strict=True):
        assert abs(after / before - 1 - share) < 0.003
    assert prices.list_price(seal, "GBP", 0) < levels[0]


def test_an_ordinary_customers_discount_stays_what_it_was() -> None:
    for one in buyers():
        if one.account.domain in TOLD:
            continue
        years: dict[int, list[float]] = defaultdict(list)
        for line in of(CLOCKS[0], one.account.domain):
            if not line.credit and line.product.family != CHARGES:
                years[(CLOCKS[0] - line.day).days // 365].append(line.discount)
        each = [median(years[year]) for year in (0, 1, 2)]
        assert max(each) - min(each) < 0.025, one.account.name


def test_who_buys_more_gets_the_better_price_and_more_is_written_to() -> None:
    ordinary = [one for one in buyers() if one.account.domain not in TOLD]
    by_size = sorted(ordinary, key=lambda one: one.revenue)
    small, large = by_size[: len(by_size) // 3], by_size[-len(by_size) // 3 :]
    assert max(one.discount for one in small) < median(one.discount for one in large) + 0.01
    assert median(one.every for one in small) > 1.3 * median(one.every for one in large)


def test_every_product_but_postage_is_bought_by_several() -> None:
    bought = defaultdict(set)
    for one in lines_of(CLOCKS[0]):
        bought[one.product.number].add(one.buyer.number)
    for article in PRODUCTS:
        assert len(bought[article.number]) >= 4, article.name


def test_a_pound_is_worth_about_as_much_every_month() -> None:
    clock = CLOCKS[0]
    known = prices.rates(clock - timedelta(days=DAYS), clock)
    assert known[0][0] <= clock - timedelta(days=DAYS)
    assert 36 <= len(known) <= 40
    assert all(1.12 < value < 1.22 for _, value in known)
    first = clock - timedelta(days=DAYS)
    assert prices.rate(first, clock, known[5][0] + timedelta(days=3)) == known[5][1]


def test_ordinary_gifts_are_few_and_nothing_stays_away_twice_in_a_row() -> None:
    clock, each = CLOCKS[0], []
    for one in buyers():
        if one.deal.gifts:
            continue
        given = [gift for gift in gifts(one) if not gift.complaint]
        each.append(len(given))
        returned = [came_back_on(gift, clock) is not None for gift in given]
        assert not any(not a and not b for a, b in pairwise(returned))
        assert all(given_on(gift, clock) < clock for gift in given)
    assert 1 <= sum(each) / len(each) <= 5


def test_no_customer_has_two_deals() -> None:
    told = Counter(domain for story in STORIES for domain in story.deals)
    assert [domain for domain, times in told.items() if times > 1] == []
    assert set(told) <= {one.account.domain for one in buyers()}
