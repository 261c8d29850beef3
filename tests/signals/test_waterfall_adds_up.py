"""Whatever a waterfall is added up by, its sums are those of the lines, to the last digit.

The sums are worked out a second time here, in plain Python and from the rows themselves.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import ModuleType

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.signals import (
    account_waterfall,
    colleague_waterfall,
    family_waterfall,
    product_waterfall,
    waterfall,
)
from kith.terms.trade_words import ConditionKind, LineSort
from tests.signals.asked import asked
from tests.signals.generator import Row, tables
from tests.signals.trade import UNIT, Trade, condition, giveaway, line, list_price, rate

AS_OF = date(2001, 12, 31)
KINDS = tuple(str(kind) for kind in ConditionKind)
SUMS = ("list", "invoice", *KINDS, "free_work", "pocket", "cost", "margin", "charges", "bad_debt",
        "n", "n_no_list", "n_no_cost", "n_no_rate")  # fmt: skip
YEARS = (date(2000, 12, 31), date(1999, 12, 31), date(1998, 12, 31))


def rounded(value: float) -> int:
    return int(Decimal(value).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def rate_of(trade: Trade, currency: str, day: date) -> float | None:
    told = [r for r in trade["rates"] if r["currency"] == currency and r["since"] <= day]
    return float(max(told, key=lambda r: r["since"])["rate"]) if told else None


def by_list(trade: Trade, row: Row) -> int | None:
    """Our list holds one price a product, in euros, always."""
    if row["list_amount"] is not None:
        return int(row["list_amount"])
    for price in trade["list_prices"]:
        if price["product_id"] == row["product_id"] and row["currency"] == "EUR":
            return rounded(price["price"] * row["quantity"] / UNIT)
    return None


def of_line(trade: Trade, row: Row) -> Counter[str]:
    told = rate_of(trade, row["currency"], row["day"])
    if told is None:
        return Counter(n_no_rate=1)
    if row["sort"] == LineSort.CHARGE:
        return Counter(charges=rounded(row["net"] * told))
    if row["sort"] == LineSort.BAD_DEBT:
        return Counter(bad_debt=rounded(row["net"] * told))
    net, worth = rounded(row["net"] * told), by_list(trade, row)
    found = Counter({name: rounded(row[name] * told) for name in KINDS})
    found.update(
        n=1, invoice=net, n_no_list=int(worth is None), n_no_cost=int(row["cost"] is None),
        list=net if worth is None else rounded(worth * told),
    )  # fmt: skip
    for held in trade["conditions"]:
        if (
            held["share"] is not None
            and held["account_id"] == row["account_id"]
            and held["known_day"] <= AS_OF
            and held["since"] <= row["day"]
            and held["family_id"] in (None, row["family_id"])
        ):
            found[held["kind"]] += rounded(net * held["share"])
    found["pocket"] = net - sum(found[kind] for kind in KINDS)
    if row["cost"] is not None:
        found["cost"] = rounded(row["cost"] * told)
        found["margin"] = found["pocket"] - found["cost"]
    return found


def of_sum(trade: Trade, what: str, amount: int, currency: str, day: date) -> Counter[str]:
    told = rate_of(trade, currency, day)
    if told is None:
        return Counter(n_no_rate=1)
    worth = rounded(amount * told)
    return Counter({what: worth, "pocket": -worth, "margin": -worth})


def by_hand(trade: Trade, years: int) -> Counter[str]:
    total: Counter[str] = Counter()

    def counts(row: Row, day: date) -> bool:
        return YEARS[years - 1] < day <= AS_OF and row["known_day"] <= AS_OF

    for row in trade["lines"]:
        if counts(row, row["day"]):
            total.update(of_line(trade, row))
    for row in trade["conditions"]:
        if row["amount"] is not None and counts(row, row["since"]):
            total.update(of_sum(trade, row["kind"], row["amount"], row["currency"], row["since"]))
    for row in trade["giveaways"]:
        worth = row["value_cost"] if row["value_list"] is None else row["value_list"]
        free = not row["after_complaint"] and row["line_id"] is None
        if worth is not None and free and counts(row, row["day"]):
            total.update(of_sum(trade, "free_work", worth, row["currency"], row["day"]))
    return total


@st.composite
def trades(draw: st.DrawFn) -> dict[str, list[Row]]:
    """Few accounts, families and days, odd sums, three currencies of which one has no rate."""
    money = st.integers(-99_999_999, 99_999_999).map(lambda n: n / UNIT)
    small = st.integers(0, 9_999).map(lambda n: n / UNIT)
    days = st.integers(-40, 3 * 366).map(lambda ago: AS_OF - timedelta(days=ago))
    late = st.sampled_from([0, 0, 0, 60])
    currency = st.sampled_from(["EUR", "EUR", "USD", "GBP"])
    lines = []
    for number in range(1, draw(st.integers(0, 14)) + 1):
        day, odd = draw(days), draw(st.integers(0, 9))
        sort = {0: LineSort.RETURN, 1: LineSort.CHARGE, 2: LineSort.BAD_DEBT}.get(odd)
        lines.append(
            line(
                number, day, draw(money),
                account_id=draw(st.sampled_from([None, 1, 2])),
                family_id=draw(st.sampled_from([None, 1, 2])),
                product_id=draw(st.sampled_from([None, 1, 2, 3])),
                colleague_id=draw(st.sampled_from([None, 1, 2])),
                sort=str(sort or LineSort.GOODS),
                quantity=draw(money), currency=draw(currency),
                list_amount=draw(st.none() | money), cost=draw(st.none() | money),
                freight=draw(small), terms=draw(small),
                known_day=day + timedelta(days=draw(late)),
            )
        )  # fmt: skip
    rates = [rate("EUR", date(1900, 1, 1), 1.0)]
    rates.append(rate("USD", date(1999, 6, 1), 0.91, date(2001, 1, 1)))
    rates.append(rate("USD", date(2001, 1, 1), 1.0733))
    kinds = st.sampled_from(KINDS)
    held = [
        condition(
            n, draw(st.sampled_from([1, 2])), draw(st.integers(1, 300_000)) / 1_000_000,
            kind=draw(kinds), since=draw(days), family_id=draw(st.sampled_from([None, 1])),
            known_day=AS_OF + timedelta(days=draw(st.sampled_from([-1, 1]))),
        )
        for n in range(1, draw(st.integers(0, 3)) + 1)
    ]  # fmt: skip
    held += [
        condition(
            10 + n, 1, None, amount=draw(st.integers(1, 9_999_999)), currency=draw(currency),
            kind=draw(kinds), since=draw(days), known_day=date(1998, 1, 1),
        )
        for n in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    given = [
        giveaway(
            n, draw(days), draw(st.none() | small), value_cost=draw(st.none() | small),
            account_id=draw(st.sampled_from([1, 2])), currency=draw(currency),
            after_complaint=draw(st.booleans()), line_id=draw(st.sampled_from([None, None, 1])),
        )
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    prices = [list_price(n, n, draw(small)) for n in (1, 2)]
    return {
        "lines": lines, "rates": rates, "conditions": held, "giveaways": given,
        "list_prices": prices,
    }  # fmt: skip


def summed(rows: Sequence[Row], names: Sequence[str] = SUMS) -> Counter[str]:
    return Counter({name: sum(row[name] for row in rows) for name in names})


def assert_equal(found: Mapping[str, int], expected: Mapping[str, int]) -> None:
    assert {n: v for n, v in found.items() if v} == {n: v for n, v in expected.items() if v}


def of(trade: Trade) -> Callable[[ModuleType], list[Row]]:
    facts = tables([], trade=trade)
    return lambda module: asked(module.signal, facts, as_of=AS_OF)


@settings(max_examples=8, deadline=None)
@given(trades())
def test_every_level_adds_up_to_the_lines(trade: dict[str, list[Row]]) -> None:
    rows = of(trade)
    whole = rows(waterfall)
    assert_equal(summed(whole), by_hand(trade, 3))
    last = summed([row for row in whole if row["years_back"] == 0])
    assert_equal(last, by_hand(trade, 1))
    before = [row for row in whole if row["years_back"] == 1]
    ago = ("list", "invoice", "pocket", "margin")
    for module in (family_waterfall, product_waterfall, colleague_waterfall):
        found = rows(module)
        assert_equal(summed(found), last)
        assert_equal(
            summed(found, [f"before_{name}" for name in ago]),
            {f"before_{name}": n for name, n in summed(before, ago).items()},
        )
    known = [row for row in whole if row["years_back"] == 0 and row["account_id"]]
    assert_equal(summed(rows(account_waterfall)), summed(known))
