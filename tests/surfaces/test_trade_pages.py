"""Trade on pages: its numbers with what they mean, for whom prices are, and nothing for others."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.insights import priced
from kith.ledger.insights.readers import gauges_of_account
from kith.surfaces.web.frame.bundle import bundle
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY
from tests.surfaces.trade_of import UNIT, Trade, gauge

Seen = Callable[[m.User | None], Client]
MONEY = re.compile(r"[€£$]|\bEUR\b|\bGBP\b")
MANY = 120
LIGHT = 100_000  # bytes of a page with the style sheet and the script


def words(client: Client, path: str) -> str:
    """What stands in the page's middle, as one line."""
    response = client.get(path)
    assert response.status_code == 200
    text = response.content.decode()
    main = text[text.index("<main") : text.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def trade_path(name: str = "Aster Dairy", *, rest: str = "") -> str:
    return f"/accounts/{m.Account.objects.get(name=name).pk}/trade/{rest}"


def test_the_price_falls_from_the_list_to_the_margin_with_the_year_before(
    cast: Cast, seen_by: Seen
) -> None:
    said = words(seen_by(cast.ada), trade_path())
    assert "At list prices €21,360.00" not in said  # whole units where one looks
    assert "At list prices €21,360" in said
    assert "Discount on the invoice −€5,340 · −25.0%" in said
    assert "Given away −€2,700 · −12.6%" in said
    assert "Leakage 39.9% 27.3% the year before" in said
    assert "Obstacle: close, and it costs" in said


def test_every_number_has_its_meaning_its_months_and_its_currency_beside_it(
    cast: Cast, seen_by: Seen
) -> None:
    for path in (trade_path(), "/waterfall/"):
        said = words(seen_by(cast.ada), path)
        assert (
            "Leakage is list price minus what stays, of the lines whose list price we know" in said
        )
        assert "The 12 months to 18 May 2026, in EUR." in said
        assert "at the rate of the invoice's day" in said


def test_each_step_leads_to_its_lines(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    page = client.get(trade_path()).content.decode()
    steps = re.findall(r'href="(/accounts/\d+/trade/lines/\?step=\w+)"', page)
    assert [one.rpartition("=")[2] for one in steps] == ["order_discount", "rebate", "freight"]
    assert "Mechanical seal 40 mm S-40 4 pcs €480.00 €360.00 €120.00" in words(client, steps[0])
    assert "€7.20" in words(client, steps[1])


def test_prices_stand_in_the_band_of_what_others_pay_and_open_their_lines(
    cast: Cast, seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    said = words(client, trade_path())
    assert "They pay 11.0% less than comparable customers, over €21,000" in said
    assert "Against the market price: −6.0%." in said
    assert "Cellar pump 200 −18.0%" in said
    assert "€738.00 €900.00 €846.00 – €945.00 7 €1,900" in said
    page = client.get(trade_path()).content.decode()
    [pump] = re.findall(r'href="([^"]+\?product=\d+)"[^>]*><rect[^>]*/><text[^>]*>Cellar', page)
    only = words(client, pump)
    assert "Cellar pump 200" in only
    assert "Mechanical seal" not in only


def test_attention_gifts_and_rises_are_told_beside_it(cast: Cast, seen_by: Seen) -> None:
    said = words(seen_by(cast.ada), trade_path())
    assert "It gets 2.6 times the attention of 12 customers of like revenue." in said
    assert "3 things given away within 12 months, worth €2,700 by the list, €1,500 at cost." in said
    assert "For 100% of it nothing came back." in said
    assert "Spring list 4.0% from 29 Dec 2025 waived €640 a year did not come." in said


def test_whom_prices_are_not_for_is_told_who_sees_them_and_sees_none(
    cast: Cast, seen_by: Seen
) -> None:
    client = seen_by(cast.ben)
    said = words(client, trade_path())
    assert "seen by Ada Hart, who holds this account" in said
    assert not MONEY.search(said)
    assert not re.search(r"\d+[.,]\d+%", said)
    assert client.get(trade_path(rest="lines/")).status_code == 404
    for path in ("/waterfall/", "/standing/"):
        assert "Aster Dairy" not in words(client, path)
    assert "Corvid Paper Mill" in words(client, "/waterfall/")


def test_whoever_has_sold_to_an_account_sees_its_prices(cast: Cast, seen_by: Seen) -> None:
    trade = Trade(cast.ledger)
    with setting_up():
        trade.invoice(cast.account, DAY, cast.ben)
    assert "Leakage 39.9%" in words(seen_by(cast.ben), trade_path())


def test_a_page_of_contacts_shows_no_gauge_of_prices(cast: Cast) -> None:
    for reader in (cast.ada, cast.ben, cast.mia):
        for most in (None, 6):
            found = gauges_of_account(reader, cast.account.pk, contacts=most)
            assert found
            assert not {one.name for one in found} & set(priced.PRICED)


def test_a_line_in_another_currency_names_its_rate_and_the_rates_day(
    cast: Cast, seen_by: Seen
) -> None:
    said = words(seen_by(cast.ben), trade_path("Corvid Paper Mill", rest="lines/"))
    assert "GBP at 1.2000 of 2 Jan 2020" in said
    assert "€1,080.00" in said  # 900 pounds of a pump


def test_an_account_without_invoices_says_how_they_come_in(cast: Cast, seen_by: Seen) -> None:
    said = words(seen_by(cast.ada), trade_path("Flint Chemicals"))
    assert "No invoices of this account yet." in said
    assert "Bring in a CSV" in said


def test_lines_without_list_price_cost_or_rate_are_told_beside_the_sum(
    cast: Cast, seen_by: Seen
) -> None:
    with setting_up():
        row = m.Gauge.objects.get(name=priced.SUMS, account_id=cast.account.pk)
        row.parts |= {"n_no_list": 2, "n_no_cost": 1, "n_no_rate": 3}
        row.parts |= {"charges": 80 * UNIT, "bad_debt": -120 * UNIT}
        row.parts["margin"] -= 5_000 * UNIT
        row.save()
    said = words(seen_by(cast.ada), trade_path())
    assert "2 of 32 lines have no list price" in said
    assert "1 of 32 has no cost: it is in no margin." in said
    assert "3 lines in a currency without a rate are left out." in said
    assert "Sold at a cost nobody knows −€5,000" in said
    assert "Beside it stand €80 of charges, like postage. Written off: −€120." in said


def test_the_firms_waterfall_adds_up_what_its_families_do(cast: Cast, seen_by: Seen) -> None:
    said = words(seen_by(cast.mia), "/waterfall/?by=family")
    invoiced = [row.parts["invoice"] for row in m.Gauge.objects.filter(name=priced.OF_FAMILY)]
    assert f"Invoiced €{round(sum(invoiced) / UNIT):,}" in said
    assert "over all accounts" in said
    for name in ("Pumps", "Seals", "Service"):
        assert name in said


def test_a_representative_sees_their_own_accounts_and_sales_alone(
    cast: Cast, seen_by: Seen
) -> None:
    client = seen_by(cast.ben)
    own = words(client, "/waterfall/?by=colleague")
    assert "Ben Okoro" in own
    assert "Ada Hart" not in own
    asked = words(client, "/waterfall/?by=family")  # the firm's: not for a representative
    assert "Families of products" not in asked
    assert "Corvid Paper Mill" in asked
    invoiced = m.Gauge.objects.get(name=priced.OF_COLLEAGUE, colleague_id__in=[
        m.Colleague.objects.get(user=cast.ben).pk]).parts["invoice"]  # fmt: skip
    assert f"Invoiced €{round(invoiced / UNIT):,}" in asked


def test_colleagues_stand_by_name_and_not_by_what_they_grant(cast: Cast, seen_by: Seen) -> None:
    said = words(seen_by(cast.mia), "/waterfall/?by=colleague")
    assert said.index("Ada Hart") < said.index("Ben Okoro")
    assert "it ranks nobody" in said
    with setting_up():
        m.Colleague.objects.filter(name="Ada Hart").update(name="Zoe Hart")
    said = words(seen_by(cast.mia), "/waterfall/?by=colleague")
    assert said.index("Ben Okoro") < said.index("Zoe Hart")


def test_accounts_stand_by_what_leaks_and_the_next_page_goes_on(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        many(cast, MANY)
    client, path, met = seen_by(cast.mia), "/waterfall/?by=account", []
    while path:
        page = client.get(path, headers={"HX-Request": "true"} if "after" in path else {})
        text = page.content.decode()
        met += re.findall(r'<a href="/accounts/(\d+)/trade/" data-open>', text)
        [*following] = re.findall(r'hx-get="(\?by=account[^"]+)"', text)
        path = f"/waterfall/{following[0].replace('&amp;', '&')}" if following else ""
    assert len(met) == len(set(met)) == MANY + 3
    assert met[0] == str(cast.account.pk)


def test_each_point_is_an_account_with_a_row_and_no_price_of_anybody(
    cast: Cast, seen_by: Seen
) -> None:
    client = seen_by(cast.mia)
    page = client.get("/standing/").content.decode()
    linked = re.findall(r'<a href="(/accounts/\d+/trade/)" class="fig__link">', page)
    assert len(linked) == 3
    said = words(client, "/standing/")
    assert "Aster Dairy Ada Hart Obstacle +0.71 −0.62" in said
    assert "more is given away than to comparable customers" in said
    assert not MONEY.search(said)
    assert (
        said.index("Aster Dairy Ada")
        < said.index("Brook &amp; Vane Ada")
        < said.index("Corvid Paper Mill Ben")
    )


def test_the_accounts_of_one_colleague_or_team_can_be_looked_at_alone(
    cast: Cast, seen_by: Seen
) -> None:
    with setting_up():
        team = m.Team.objects.create(name="North")
        m.Membership.objects.create(team=team, user=cast.ben)
    client = seen_by(cast.mia)
    for asked in (f"who={cast.ben.pk}", f"team={team.pk}"):
        said = words(client, f"/standing/?{asked}")
        assert "Corvid Paper Mill" in said
        assert "Aster Dairy" not in said
    assert "Aster Dairy" in words(client, "/standing/?who=999999")
    rep = words(seen_by(cast.ada), f"/standing/?who={cast.ben.pk}")
    assert "Aster Dairy" in rep
    assert "Corvid Paper Mill" not in rep


def test_of_many_accounts_both_ends_are_drawn_and_it_says_so(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        many(cast, MANY)
    said = words(seen_by(cast.mia), "/standing/")
    assert "those that earn least and most are drawn" in said
    assert "Aster Dairy" in said
    assert "Brook &amp; Vane" in said


def test_what_was_called_private_since_the_run_is_in_no_list(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        m.AccountRelation.objects.create(
            account=cast.account, relation="private", why="said", said_by=cast.ada,
            said_at=timezone.now(),
        )  # fmt: skip
    for path in ("/waterfall/", "/standing/"):
        assert "Aster Dairy" not in words(seen_by(cast.mia), path)


@pytest.mark.parametrize(
    "path", ["trade", "lines", "/waterfall/", "/waterfall/?by=product", "/standing/"]
)
def test_more_of_everything_asks_no_more_statements(cast: Cast, seen_by: Seen, path: str) -> None:
    shown = {"trade": trade_path(), "lines": trade_path(rest="lines/?step=order_discount")}
    client = seen_by(cast.mia)

    def statements() -> int:
        with CaptureQueriesContext(connection) as sent:
            assert client.get(shown.get(path, path)).status_code == 200
        return len(sent)

    few = statements()
    with setting_up():
        many(cast, MANY)
    # Of many accounts the quadrant asks for its other end by itself.
    assert statements() <= few + (path == "/standing/")


def test_the_heaviest_pages_stay_light(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        many(cast, MANY)
        m.Account.objects.update(
            name="A firm with a name that is as long as they come GmbH & Co. KG"
        )
    around = len(bundle("js").packed) + len(bundle("css").packed)
    paths = ("/standing/", "/standing/?rows=", "/waterfall/", trade_path_of(cast.account.pk),
             trade_path_of(cast.account.pk, "lines/?step=order_discount"))  # fmt: skip
    sizes = {path: len(seen_by(cast.mia).get(path).content) + around for path in paths}
    assert not {path: size for path, size in sizes.items() if size > LIGHT}


def trade_path_of(account_id: int, rest: str = "") -> str:
    return f"/accounts/{account_id}/trade/{rest}"


def many(cast: Cast, number: int) -> None:
    """So many further accounts, products, lines, prices and rises."""
    run = m.Run.objects.latest("id")
    trade = Trade(cast.ledger)
    sums = m.Gauge.objects.get(name=priced.SUMS, account_id=cast.account.pk).parts
    made = []
    for place in range(number):
        account = cast.ledger.account(f"Gannet {place}", cast.ada)
        product = trade.product(f"X-{place}", f"Valve {place}", "Valves")
        invoice = trade.invoice(cast.account, DAY - timedelta(days=place), cast.ada)
        trade.line(invoice, f"X-{place}", 1, 100, 90, 50)
        rise = m.PriceRise.objects.create(
            name=f"Rise {place}", share=20_000, announced_on=DAY, effective_on=DAY, known_day=DAY,
            recorded_at=timezone.now(),
        )  # fmt: skip
        share = 0.1 + place / 1_000
        stands = {"close": 0.1, "field": "asset", "reasons": ""}
        made += [
            gauge(run, priced.SUMS, account.pk, value=share, n=3, parts=sums),
            gauge(run, priced.OF_PRODUCT, 0, item=product.pk, value=share, n=3, parts=sums),
            gauge(run, priced.STANDING, account.pk, value=share, n=30, parts=stands),
            gauge(run, priced.RISE, cast.account.pk, item=rise.pk, value=0.5, n=3,
                  parts={"announced": 0.02, "state": "part", "missed": UNIT}),
            gauge(run, priced.PEER_PRICE, cast.account.pk, item=product.pk, value=-share, n=9,
                  parts={"paid": 90 * UNIT, "expected": 100 * UNIT, "low_price": 95 * UNIT,
                         "high_price": 110 * UNIT, "leak": place * UNIT, "customers": 5,
                         "by": "model"}),
        ]  # fmt: skip
    m.Gauge.objects.bulk_create(made)
