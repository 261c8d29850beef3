"""What a customer costs: what is told, to whom, by which papers, and what must be left alone."""

from collections.abc import Sequence
from typing import Any

import pytest

from kith.findings import discount_spread, given_again, leaking, over_attended, waived_again
from kith.findings.find import RULES
from kith.terms.finding import Claim, Finding
from tests.findings.priced import Row, ago, bought, customer, found_by
from tests.findings.touches import TODAY, Story
from tests.signals.trade import giveaway, line, rise, waiver

CLIENT, OWNER, SELLER = 1, 102, 101
FAIR = customer(CLIENT, value=0.3, field="asset")


def story(**trade: Sequence[Row]) -> Story:
    """One customer, owned by nobody, sold to by colleague 1, met by mail by colleague 2."""
    made = Story(trade={name: list(rows) for name, rows in trade.items()})
    made.mail("in", CLIENT, 5, colleague=2)
    made.mail("out", CLIENT, 4, colleague=2)
    made.trade.setdefault("lines", [line(900, ago(20), 100.0)])
    return made


GIFTS = [giveaway(n, ago(300 - 90 * n), 50) for n in range(4)]  # the last 30 days ago
GIVEN = {"account_id": CLIENT, "n": 4, "in_row": 4, "kind": "work", "cascade": True}


def again(*, given: Row = GIVEN, gifts: Sequence[Row] = GIFTS, **other: Any) -> list[Finding]:
    return found_by(given_again, story(giveaways=gifts), giveaways_given=[given], **other)


def test_a_gift_in_a_row_without_return_is_told_with_its_papers() -> None:
    [finding] = again(standing=[customer(CLIENT)], account_waterfall=[bought(CLIENT, 9, 9)])
    assert finding.key == "given_again:3"
    assert finding.numbers == {"times": 4, "gift": "work", "days_ago": 30}
    assert finding.papers == {"giveaway": (3, 2, 1, 0)}
    assert (finding.since, finding.claim, finding.account_id) == (ago(300), Claim.FACT, CLIENT)
    assert (finding.stake, finding.user_id) == (1.0, SELLER)
    assert finding.rank > 0
    assert again()  # where nothing is known of its standing, too


def test_amends_other_kinds_and_what_came_back_before_are_no_papers_of_it() -> None:
    others = [
        giveaway(7, ago(20), 50, after_complaint=True),
        giveaway(8, ago(10), 50, kind="gift"),
        giveaway(9, ago(500), 50, returned_day=ago(490)),
    ]
    [finding] = again(gifts=[*others, *GIFTS])
    assert finding.papers == {"giveaway": (3, 2, 1, 0)}


def test_two_in_a_row_or_a_gift_of_long_ago_is_no_news() -> None:
    assert again(given={**GIVEN, "cascade": False}) == []
    old = [giveaway(n, ago(320 - 90 * n), 50) for n in range(4)]  # the last 50 days ago
    assert again(gifts=old) == []


def rises_of(*states: str) -> list[Row]:
    """Rises 1, 2, ... a year apart, the last one 40 days ago, as an account met them."""
    return [
        {
            "item_id": n, "account_id": CLIENT, "state": state, "announced": 0.035 + n / 1_000,
            "effective_day": ago(40 + 365 * (len(states) - n)), "waiver_id": 10 + n,
        }
        for n, state in enumerate(states, 1)
    ]  # fmt: skip


def waivers(many: int, last: int = 45) -> list[Row]:
    return [waiver(10 + n, n, CLIENT, ago(last + 365 * (many - n))) for n in range(1, many + 1)]


LESS = [bought(CLIENT, 880, 1_000)]


def let_off(
    *states: str, last: int = 45, sold: Sequence[Row] = LESS, **other: Any
) -> list[Finding]:
    rises = [rise(n, 0.04, ago(40)) for n in range(1, len(states) + 1)]
    told = story(waivers=waivers(len(states), last), rises=rises)
    return found_by(
        waived_again, told, rise_realisation=rises_of(*states), account_waterfall=sold, **other
    )


def test_a_waiver_again_while_they_buy_less_is_told_with_its_papers() -> None:
    [finding] = let_off("arrived", "waived", "softened", "waived")
    assert finding.numbers == {"percent": 3.9, "before": 2, "how": "waived", "fall": 12}
    assert finding.papers == {"waiver": (14, 13, 12), "rise": (4, 3, 2)}
    assert (finding.key, finding.since) == ("waived_again:14", ago(45 + 730))


def test_one_waiver_or_one_before_which_a_rise_arrived_is_no_habit() -> None:
    assert let_off("waived") == []
    assert let_off("waived", "arrived", "waived") == []
    assert let_off("waived", "waived", "part") == []


def test_a_rise_that_is_not_decided_yet_breaks_no_row() -> None:
    told = story(waivers=waivers(2), rises=[])
    signals = {"rise_realisation": [*rises_of("waived", "waived"), {
        "item_id": 3, "account_id": CLIENT, "state": "early", "announced": 0.05,
        "effective_day": ago(-60),
    }], "account_waterfall": LESS}  # fmt: skip
    [finding] = found_by(waived_again, told, **signals)
    assert finding.numbers["before"] == 1


@pytest.mark.parametrize("now", [951, 1_000, 1_300])
def test_who_buys_as_much_or_more_is_let_off_without_a_word(now: int) -> None:
    assert let_off("waived", "waived", sold=[bought(CLIENT, now, 1_000)]) == []


def test_a_waiver_of_long_ago_is_no_news() -> None:
    assert let_off("waived", "waived", last=61) == []


LINES = [line(n, ago(30 * n), 80.0 + n, list_amount=100.0) for n in range(1, 16)]


def leaks(row: Row, **other: Any) -> list[Finding]:
    papers = {
        "lines": LINES,
        "waivers": [waiver(5, 1, CLIENT, ago(90)), waiver(6, 2, CLIENT, ago(500))],
        "giveaways": [giveaway(3, ago(60), 20), giveaway(4, ago(50), 20, after_complaint=True)],
    }
    return found_by(leaking, story(**papers), standing=[row], **other)


def test_a_close_customer_who_leaks_is_told_with_lines_waivers_and_gifts() -> None:
    [finding] = leaks(customer(CLIENT))
    assert finding.numbers == {"leak": 22, "before": 18, "usual": 9}
    assert finding.key == f"leaking:{CLIENT}:year-{TODAY.year}"
    # The lines on which most was given, of one year, newest first.
    assert finding.papers == {"line": tuple(range(1, 13)), "waiver": (5,), "giveaway": (3,)}


@pytest.mark.parametrize(
    "other",
    [
        {"field": "asset", "value": 0.1},
        {"field": "distant", "close": -0.2},
        {"close": 0.2},
        {"n": 19},
        {"leak_share": 0.13, "before_leak_share": 0.1},
        {"before_leak_share": 0.25},
        {"before_leak_share": None},
        {"field": None, "value": None},
    ],
    ids=str,
)
def test_who_is_far_or_earns_or_leaks_as_others_do_or_less_than_before_is_left_alone(
    other: Row,
) -> None:
    assert leaks(customer(CLIENT, **other)) == []


ATTENDED = {
    "account_id": CLIENT, "value": 2.6, "low": 0.4, "high": 1.9, "touches": 61,
    "peers_touches": 22.5, "n_peers": 14,
}  # fmt: skip
STEADY = [bought(CLIENT, 1_000, 1_000)]


def attended(row: Row = ATTENDED, sold: Sequence[Row] = STEADY, **other: Any) -> list[Finding]:
    return found_by(over_attended, story(), attention=[row], account_waterfall=sold, **other)


def test_attention_far_beyond_the_usual_is_told_with_the_newest_of_ours() -> None:
    [finding] = attended()
    assert finding.numbers == {"touches": 61, "usual": 23, "times": 2}
    assert finding.evidence == (2,)  # our mail, not theirs
    assert finding.papers == {}


@pytest.mark.parametrize(
    "other",
    [{"value": 1.9, "high": 1.5}, {"high": 2.7}, {"touches": 23}, {"value": None, "high": None}],
    ids=str,
)
def test_what_one_in_ten_gets_or_little_in_all_is_nothing_to_tell(other: Row) -> None:
    assert attended({**ATTENDED, **other}) == []


@pytest.mark.parametrize("before", [0, 900])
def test_who_is_new_or_grows_may_take_effort(before: int) -> None:
    assert attended(sold=[bought(CLIENT, 1_000, before)]) == []


@pytest.mark.parametrize(
    "found",
    [
        lambda: again(standing=[FAIR]),
        lambda: let_off("waived", "waived", standing=[FAIR]),
        lambda: attended(standing=[FAIR]),
        lambda: leaks(FAIR),
    ],
    ids=["given_again", "waived_again", "over_attended", "leaking"],
)
def test_of_the_fair_partner_nothing_is_raised(found: Any) -> None:
    assert found() == []


def off(account: int, back: int, discount: float, **other: Any) -> Row:
    """A row of signal `waterfall`: ten lines of family 1 in a year."""
    return {
        "account_id": account, "family_id": 1, "colleague_id": 1, "years_back": back, "n": 10,
        "list": 1_000_000, "order_discount": round(discount * 1_000_000), **other,
    }  # fmt: skip


def spread(
    now: Sequence[float], *, first: float = 0.25, next_: float = 0.1, back: int = 2
) -> list[Finding]:
    """Account 1 had `first` off, accounts 2 to 9 at most `next_`; now they have `now`."""
    before = [off(1, back, first), off(2, back, next_), *(off(a, back, 0.1) for a in range(3, 10))]
    rows = [*before, off(1, 0, 0.25), *(off(a, 0, d) for a, d in enumerate(now, 2))]
    lines = [line(n, ago(n), 75.0, account_id=n, list_amount=100.0) for n in range(1, 4)]
    lines.append(line(4, ago(4), 90.0, account_id=4, list_amount=100.0))
    sold = [bought(1, 300, 300), bought(2, 700, 700)]
    return found_by(discount_spread, story(lines=lines), waterfall=rows, account_waterfall=sold)


def test_an_exception_that_became_the_rule_is_told_to_managers() -> None:
    [finding] = spread([0.24] * 4 + [0.1] * 4)
    assert finding.numbers == {"percent": 25, "others": 4, "customers": 8, "family_id": 1}
    assert (finding.account_id, finding.user_id) == (1, None)
    assert finding.papers == {"line": (1, 2, 3)}
    assert finding.stake == pytest.approx(0.3)
    assert finding.since.year == TODAY.year - 3


def test_few_others_or_no_exception_to_begin_with_is_no_spread() -> None:
    assert spread([0.24] * 3 + [0.1] * 5) == []  # 3 of 8: no rule yet
    assert spread([0.25] * 8, next_=0.22) == []  # there were two from the beginning
    assert spread([0.17] * 8, first=0.17) == []  # 7 of 100 above the others: no exception
    assert spread([0.25] * 6) == []  # seven customers


def test_it_belongs_to_the_owner_else_to_who_sells_else_to_managers() -> None:
    def whose(**other: Any) -> int | None:
        told = story(giveaways=GIFTS)
        told.owners = other.get("owners", {})
        told.trade["lines"] = [line(900, ago(20), 100.0, colleague_id=other.get("sold_by"))]
        [finding] = found_by(
            given_again, told, giveaways_given=[GIVEN], account_waterfall=[bought(CLIENT, 9, 9)]
        )
        assert finding.stake > 0
        return finding.user_id

    assert whose(owners={CLIENT: OWNER}, sold_by=2) == OWNER
    assert whose(sold_by=2) == OWNER
    assert whose(sold_by=1) == SELLER
    # Nobody of those who may see prices: never to who only knows them best.
    assert whose(sold_by=3) is None
    assert whose(sold_by=None) is None


def test_all_that_tell_of_prices_are_facts_and_go_to_who_may_see_prices() -> None:
    rules = (leaking, waived_again, given_again, discount_spread, over_attended)
    assert set(rules) <= set(RULES)
    for rule in rules:
        assert rule.CLAIM is Claim.FACT
        assert getattr(rule, "PRICED", False) != getattr(rule, "FOR_MANAGERS", False)
