"""What an organisation is to us, worked by hand; and what no evidence may do."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.signals import relations
from kith.terms.words import Relation, Says
from tests.signals.asked import asked
from tests.signals.generator import Row, tables, touch, touches

AS_OF = date(2000, 3, 1)
Named = Mapping[int, tuple[str | None, str | None]]


def guesses(touched: Sequence[Row], accounts: Named | None = None) -> dict[int, Row]:
    found = asked(relations.signal, tables(touched, accounts=accounts), as_of=AS_OF)
    return {row["account_id"]: row for row in found}


def guess(touched: Sequence[Row], domain: str | None = None, said: str | None = None) -> Row:
    return guesses(touched, {1: (domain, said)})[1]


def mails(direction: str, *says: Says, **other: Any) -> list[Row]:
    """One mail a day, each saying its own; activities are numbered from `first`."""
    first = other.pop("first", 1)
    return [
        touch(first + n, AS_OF - timedelta(days=n + 1), direction, says=int(each), **other)
        for n, each in enumerate(says)
    ]


def brief(row: Row) -> tuple[str | None, str, int]:
    return row["guess"], row["reason"], row["n_reason"]


def test_who_orders_is_a_customer_and_the_points_add_up() -> None:
    deal = [
        *mails("in", Says.INQUIRY, Says.ORDER),
        *mails("out", Says.OFFER, Says.CONFIRMATION, first=11),
    ]
    row = guess(deal)
    assert brief(row) == ("customer", "they_order", 1)
    # They order 6/2, we confirm 4/2, they ask 1.5/2, we offer 1.5/2; a prospect has 3/2 + 3/2.
    assert row["value"] == pytest.approx(6.5 / 7.5)
    assert (row["low"], row["high"]) == (None, None)
    assert (row["n"], row["n_in"], row["n_out"], row["n_said"]) == (4, 2, 2, 4)
    assert (row["colleagues"], row["contacts"]) == (1, 1)


def test_who_asks_and_is_offered_is_a_prospect_until_an_order_comes() -> None:
    asked = [*mails("in", Says.INQUIRY, Says.INQUIRY), *mails("out", Says.OFFER, first=11)]
    assert brief(guess(asked)) == ("prospect", "they_ask", 2)
    assert guess([*asked, *mails("in", Says.ORDER, first=21)])["guess"] == "customer"


def test_whom_we_order_from_is_a_supplier() -> None:
    bought = [
        *mails("out", Says.INQUIRY, Says.ORDER),
        *mails("in", Says.OFFER, Says.CONFIRMATION, Says.INVOICE, first=11),
    ]
    assert brief(guess(bought)) == ("supplier", "we_order", 1)


def test_who_buys_from_us_and_sells_to_us_is_a_partner() -> None:
    both = [
        *mails("in", Says.ORDER, Says.ORDER, Says.ORDER),
        *mails("out", Says.ORDER, Says.ORDER, Says.ORDER, first=11),
    ]
    row = guess(both)
    assert brief(row) == ("partner", "both_ways", 6)
    # Twice the lesser of 6 * 3/4 and 6 * 3/4, over the customer's, the supplier's and the doubt.
    assert row["value"] == pytest.approx(min(1.0, 9.0 / 10.0))


@pytest.mark.parametrize(
    ("says", "domain", "reason"),
    [
        (Says.NEWS, "example.com", "list_only"),
        (Says.PITCH, "example.com", "they_pitch"),
        (Says.RECRUITING, "acme-recruiting.example", "recruiting"),
        (Says.TRAVEL, "northairlines.example", "travel"),
        (Says.NOTHING, "first-bank.example", "bank"),
    ],
)
def test_lists_pitches_recruiters_airlines_and_banks_are_noise(
    says: Says, domain: str, reason: str
) -> None:
    row = guess(mails("in", says, says, says, says), domain)
    assert (row["guess"], row["reason"]) == ("noise", reason)


def test_a_robot_that_only_talks_is_noise_and_one_that_orders_is_a_customers() -> None:
    assert brief(guess(mails("in", *[Says.NOTHING] * 4, is_automatic=True))) == (
        "noise",
        "robot_only",
        4,
    )
    assert guess(mails("in", *[Says.ORDER] * 4, is_automatic=True))["guess"] == "customer"


def test_an_absence_note_in_answer_to_our_letter_makes_nobody_noise() -> None:
    letter = touch(90, AS_OF - timedelta(days=9), "out", is_mass=True)
    away = mails("in", *[Says.NOTHING] * 6, is_automatic=True)
    assert brief(guess([letter, *away])) == (None, "one_way_no_trade", 0)


def test_each_answer_of_ours_speaks_against_noise() -> None:
    news = mails("in", *[Says.NEWS] * 3)
    answers = mails("out", Says.NOTHING, Says.NOTHING, first=11)
    assert guess(news)["guess"] == "noise"
    assert guess([*news, *answers])["guess"] is None


def test_who_writes_often_asks_nothing_and_is_never_answered_is_noise() -> None:
    """If the colleague's answers would be here: without their sent mail, silence says nothing."""
    unheard = mails("in", *[Says.NOTHING] * 30)
    elsewhere = mails("out", Says.NOTHING, first=90, account_id=2, contact_id=2)
    assert brief(guess(unheard)) == (None, "one_way_no_trade", 0)
    assert brief(guess(unheard[:4])) == (None, "too_little", 0)
    assert brief(guess([*unheard, *elsewhere])) == ("noise", "unanswered", 30)
    asking = [{**row, "asks": True} for row in unheard]
    assert guess([*asking, *elsewhere])["guess"] is None


def test_a_word_in_a_domain_never_outweighs_an_order() -> None:
    """Banks and hotels buy pumps."""
    for domain in ("first-bank.example", "grand-hotel.example", "jobs.example"):
        assert guess(mails("in", Says.ORDER), domain)["guess"] == "customer"
        assert guess(mails("in", Says.INQUIRY), domain)["guess"] is None


def test_lawyers_who_write_in_person_are_suppliers() -> None:
    row = guess(mails("in", *[Says.NOTHING] * 4), "acme-law.example")
    assert brief(row) == ("supplier", "advice", 4)
    assert guess(mails("in", Says.NOTHING), "acme-law.example")["guess"] is None


def test_peoples_own_addresses_are_private() -> None:
    assert brief(guess(mails("in", Says.NOTHING), "gmx.net")) == ("private", "webmail", 0)


def test_two_who_write_without_a_word_of_trade_are_not_guessed() -> None:
    talk = [*mails("in", *[Says.NOTHING] * 9), *mails("out", *[Says.NOTHING] * 9, first=20)]
    row = guess(talk, "example.com")
    assert brief(row) == (None, "two_way_no_trade", 0)
    assert row["value"] is None
    assert row["n"] == 18


def test_what_a_person_said_wins_even_where_nobody_ever_met() -> None:
    row = guess(mails("in", Says.ORDER), said="private")
    assert (row["guess"], row["value"], row["reason"], row["n_reason"]) == (
        "private",
        1.0,
        "said",
        0,
    )
    rows = guesses([], {7: ("example.com", "supplier"), 8: ("example.org", None)})
    assert list(rows) == [7]
    assert (rows[7]["guess"], rows[7]["n"]) == ("supplier", 0)


def test_a_mail_to_several_of_us_counts_once() -> None:
    rows = [
        touch(1, AS_OF, "in", says=int(Says.ORDER), colleague_id=colleague)
        for colleague in (1, 2, 3)
    ]
    row = guess(rows)
    assert (row["n"], row["n_in"], row["n_reason"]) == (1, 1, 1)


def test_a_country_where_we_write_to_nobody_is_a_weak_hint() -> None:
    abroad = mails("in", Says.NOTHING, account_id=1)
    accounts = {1: ("example.ru", None), 2: ("example.de", None)}
    ours = mails("out", Says.NOTHING, account_id=2, contact_id=2, first=50)
    assert guesses([*abroad, *ours], accounts)[1]["guess"] is None
    news = mails("in", Says.NEWS, Says.NEWS, account_id=1)
    there = guesses([*news, *ours], accounts)[1]["value"]
    at_home = guesses([*news, *ours], {**accounts, 1: ("example.de", None)})[1]["value"]
    assert there > at_home


@settings(max_examples=12, deadline=None)
@given(touches(), st.sampled_from([None, "example.com", "first-bank.example", "gmx.net"]))
def test_a_guess_has_a_share_and_no_guess_has_none(touched: list[Row], domain: str | None) -> None:
    for row in guesses(touched, {1: (domain, None)}).values():
        assert (row["guess"] is None) == (row["value"] is None)
        if row["guess"] is not None:
            assert row["guess"] in set(Relation)
            assert 0.45 <= row["value"] <= 1.0
        assert 0 <= row["n_many"] <= row["n_in"] <= row["n"]
        assert row["n_said"] <= row["n"]


@settings(max_examples=8, deadline=None)
@given(touches())
def test_one_more_order_of_theirs_never_makes_a_customer_anything_but_one(
    touched: list[Row],
) -> None:
    before = guesses(touched)
    more = [touch(1_000 + n, AS_OF, "in", says=int(Says.ORDER)) for n in range(3)]
    after = guesses([*touched, *more])
    if 1 in before and before[1]["guess"] == "customer":
        assert after[1]["guess"] in ("customer", "partner")
