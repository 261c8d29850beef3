"""Price rises on pages: announced with a look at whom they meet, followed, waived; seen by few."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.ledger.insights.rise_readers import followed
from kith.ledger.trade.rise_writers import announce, waive
from kith.pipeline.nudge import nudged
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY

pytestmark = pytest.mark.usefixtures("home")
Seen = Callable[[m.User | None], Client]
FORM = {
    "name": "Prices 2027", "share": "4,5", "of": "", "announced_on": str(DAY),
    "effective_on": str(DAY + timedelta(60)),
}  # fmt: skip


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Three accounts buy, and no rise was announced yet."""
    m.PriceRise.objects.all().delete()
    m.Gauge.objects.filter(name="rise").delete()
    return cast


@pytest.fixture
def before(cast: Cast) -> m.PriceRise:
    """Last year's, of which Ada's friend was let off."""
    day = DAY - timedelta(400)
    rise = announce(
        name="Prices 2025", share=30_000, announced_on=day, effective_on=day, known_day=day,
        actor=cast.mia,
    )  # fmt: skip
    waive(
        rise, cast.account, kind="waived", why="Old friends", day=day, known_day=day,
        granted_by=m.Colleague.objects.get(user=cast.ada), actor=cast.ada,
    )  # fmt: skip
    return rise


def arrive(cast: Cast, rise: m.PriceRise, **values: float | None) -> None:
    """What a run says: by the first word of an account's name, how much of it arrived."""
    for name, value in values.items():
        account = m.Account.objects.get(name__startswith=name.title())
        state = "no_sales" if value is None else "arrived" if value >= 0.8 else "part"
        with setting_up():
            m.Gauge.objects.create(
                series="live", run=m.Run.objects.filter(state="done").latest("id"), name="rise",
                account_id=account.pk, item_id=rise.pk, value=value, n=30,
                low=None if value is None else value - 0.1,
                high=None if value is None else value + 0.1,
                parts={"state": state, "announced": 0.04, "worth": 100_000_000,
                       "missed": None if value is None else round((1 - value) * 16_000_000)},
            )  # fmt: skip


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def announced(cast: Cast, **said: object) -> m.PriceRise:
    words: dict[str, object] = {
        "name": "Prices 2026", "share": 40_000, "announced_on": DAY - timedelta(200),
        "effective_on": DAY - timedelta(140), "actor": cast.mia, **said,
    }  # fmt: skip
    with setting_up():
        return announce(**words)  # type: ignore[arg-type]


def test_it_is_seen_whom_a_rise_of_a_family_meets_how_close_and_who_was_let_off(
    cast: Cast, seen_by: Seen, before: m.PriceRise
) -> None:
    seals = m.Family.objects.get(key="seals")
    client = seen_by(cast.mia)
    query = "&".join(f"{name}={value}" for name, value in {**FORM, "of": ""}.items())
    shown = page(client, f"/rises/new/?see=1&{query.replace('of=', f'of=family:{seals.pk}')}")
    assert "It meets <strong>3 accounts</strong>." in shown
    assert "£" in shown  # Corvid pays in pounds: no sum over both
    assert "€" in shown
    assert "waived, by Ada Hart" in shown
    assert "“Old friends”" in shown
    assert "Of those below, 1 was let off before." in shown
    closest = [shown.index(name) for name in ("Aster Dairy</a>", "Corvid Paper Mill</a>")]
    ties = m.Gauge.objects.filter(name="account_tie", value__isnull=False).order_by("-value")
    names = [m.Account.objects.get(pk=gauge.account_id).name for gauge in ties]
    assert (closest[0] < closest[1]) is (
        names.index("Aster Dairy") < names.index("Corvid Paper Mill")
    )
    assert not m.PriceRise.objects.filter(name="Prices 2027").exists()  # looking announces nothing


def test_of_everything_it_goes_by_what_the_last_run_knows(cast: Cast, seen_by: Seen) -> None:
    shown = page(seen_by(cast.mia), "/rises/new/?see=1")
    assert "It meets <strong>3 accounts</strong>." in shown
    assert "Brook &amp; Vane" in shown


def test_of_a_list_it_meets_who_buys_what_stands_in_it(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        ours = m.PriceList.objects.create(
            name="Pumps 2026", name_key="pumps", key="pumps~eur", sort="ours", currency="EUR"
        )
        m.ListPrice.objects.create(
            price_list=ours, product=m.Product.objects.get(number="P-200"), price=10_000_000
        )
    client = seen_by(cast.mia)
    assert '<option value="list:pumps">Pumps 2026</option>' in page(client, "/rises/new/")
    assert "<strong>3 accounts</strong>" in page(client, "/rises/new/?see=1&of=list:pumps")
    assert "Nobody bought any of it" in page(client, "/rises/new/?see=1&of=list:seals")


def test_it_is_announced_as_it_was_looked_at(cast: Cast, seen_by: Seen) -> None:
    family = m.Family.objects.get(key="pumps")
    response = seen_by(cast.mia).post("/rises/new/", {**FORM, "of": f"family:{family.pk}"})
    row = m.PriceRise.objects.get()
    assert response["Location"] == f"/rises/{row.pk}/"
    assert (row.share, row.family, row.announced_by) == (45_000, family, cast.mia)
    assert nudged()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"share": "much"}, "is no number"),
        ({"share": "0"}, "above 0"),
        ({"share": "400"}, "above 0"),
        ({"name": ""}, "has a name"),
        ({"effective_on": ""}, "is no day"),
        ({"effective_on": "2020-01-01"}, "before it is announced"),
    ],
)
def test_what_is_wrong_with_it_is_said(
    cast: Cast, seen_by: Seen, said: dict[str, str], wrong: str
) -> None:
    response = seen_by(cast.mia).post("/rises/new/", {**FORM, **said})
    assert response.status_code == 400
    assert wrong in response.content.decode()
    assert not m.PriceRise.objects.exists()


def test_a_representative_announces_one_for_their_own_account_alone(
    cast: Cast, seen_by: Seen
) -> None:
    ada, ben = seen_by(cast.ada), seen_by(cast.ben)
    assert ada.post("/rises/new/", FORM).status_code == 404
    path = f"/rises/new/?account={cast.account.pk}"
    assert "For <strong>Aster Dairy</strong>" in page(ada, path)
    assert ben.get(path).status_code == 404
    ada.post("/rises/new/", {**FORM, "account": cast.account.pk})
    row = m.PriceRise.objects.get()
    assert row.account == cast.account
    assert ben.get(f"/rises/{row.pk}/").status_code == 404
    assert "Prices 2027" not in page(ben, "/rises/")


def test_how_much_arrived_weighs_accounts_by_what_they_buy(cast: Cast, seen_by: Seen) -> None:
    rise = announced(cast)
    arrive(cast, rise, aster=0.1, brook=0.9, corvid=None)
    big = m.Gauge.objects.get(name="rise", value=0.9)
    with setting_up():
        m.Gauge.objects.filter(pk=big.pk).update(parts={**big.parts, "worth": 300_000_000})
    whole = followed(cast.mia, rise.pk, shown=9).whole
    assert whole is not None
    assert (whole.accounts, whole.compared, whole.let_off) == (3, 2, 0)
    assert whole.share == pytest.approx(0.7)
    shown = page(seen_by(cast.mia), f"/rises/{rise.pk}/")
    assert "<strong>70%</strong> of it arrived, at 3 accounts that it meets." in shown
    assert "too little bought to compare" in shown
    assert shown.index("Aster Dairy</a>") < shown.index("Brook &amp; Vane</a>")
    assert "70%" in page(seen_by(cast.mia), "/rises/")


def test_by_who_holds_the_account_is_told_to_managers_by_name_and_to_nobody_else(
    cast: Cast, seen_by: Seen
) -> None:
    rise = announced(cast)
    arrive(cast, rise, aster=0.9, brook=0.9, corvid=0.1)
    shown = page(seen_by(cast.mia), f"/rises/{rise.pk}/")
    table = shown[shown.index("By who holds the account") :]
    assert table.index("Ada Hart") < table.index("Ben Okoro")  # not by merit: he has least
    own = page(seen_by(cast.ben), f"/rises/{rise.pk}/")
    assert "By who holds" not in own
    assert "Corvid" in own
    assert "Aster" not in own
    assert "<strong>10%</strong> of it arrived, at 1 account that it meets." in own


def test_an_account_is_let_off_from_there_and_that_taken_back(cast: Cast, seen_by: Seen) -> None:
    rise = announced(cast)
    arrive(cast, rise, aster=0.1)
    client, us = seen_by(cast.ada), m.Colleague.objects.get(user=cast.ben)
    client.post(
        f"/rises/{rise.pk}/waive/",
        {"account": cast.account.pk, "kind": "softened", "share": "50", "granted_by": us.pk,
         "why": "They asked"},
    )  # fmt: skip
    row = m.Waiver.objects.get(withdrawn_at=None)
    assert (row.share, row.granted_by, row.recorded_by) == (500_000, us, cast.ada)
    shown = page(client, f"/rises/{rise.pk}/")
    assert "pays 50% of it, by Ben Okoro" in shown
    client.post(f"/rises/waivers/{row.pk}/withdraw/")
    assert "pays 50%" not in page(client, f"/rises/{rise.pk}/")


def test_half_a_waiver_is_refused_on_the_page(cast: Cast, seen_by: Seen) -> None:
    rise = announced(cast)
    arrive(cast, rise, aster=0.1)
    client = seen_by(cast.ada)
    for said, wrong in (({"kind": "postponed"}, "Until when"), ({"kind": "softened"}, "above 0")):
        response = client.post(f"/rises/{rise.pk}/waive/", {"account": cast.account.pk, **said})
        assert response.status_code == 409
        assert wrong in response.content.decode()
    assert not m.Waiver.objects.exists()
    other = m.Account.objects.get(name="Corvid Paper Mill")
    path, told = f"/rises/{rise.pk}/waive/", {"account": other.pk, "kind": "waived"}
    assert client.post(path, told).status_code == 404


def test_one_that_no_run_has_looked_at_shows_whom_it_meets_and_lets_them_off(
    cast: Cast, seen_by: Seen, before: m.PriceRise
) -> None:
    rise = announced(cast, announced_on=DAY, effective_on=DAY + timedelta(30))
    shown = page(seen_by(cast.mia), f"/rises/{rise.pk}/")
    assert "It meets <strong>3 accounts</strong>." in shown
    assert "Let somebody off" in shown


def test_called_off_it_says_so_and_can_be_let_stand(cast: Cast, seen_by: Seen) -> None:
    rise = announced(cast)
    client = seen_by(cast.mia)
    client.post(f"/rises/{rise.pk}/call-off/")
    assert "It was called off" in page(client, f"/rises/{rise.pk}/")
    assert "called off" in page(client, "/rises/")
    client.post(f"/rises/{rise.pk}/call-on/")
    assert "It was called off" not in page(client, f"/rises/{rise.pk}/")


def test_a_rise_with_many_accounts_asks_no_more_of_the_database(cast: Cast, seen_by: Seen) -> None:
    rise, client = announced(cast), seen_by(cast.mia)
    asked = []
    for number in (2, 90):
        with setting_up():
            for one in range(number):
                account = cast.ledger.account(f"Buyer {number} {one}", cast.ada)
                m.Gauge.objects.create(
                    series="live", run=cast.finding.run, name="rise", account_id=account.pk,
                    item_id=rise.pk, value=0.5, n=30, parts={"state": "part", "worth": 10_000},
                )  # fmt: skip
        client.get(f"/rises/{rise.pk}/")
        for path in ("/rises/", f"/rises/{rise.pk}/"):
            with CaptureQueriesContext(connection) as seen:
                assert client.get(path).status_code == 200
            asked.append(len(seen))
    assert asked[:2] == asked[2:]
    assert max(asked) <= 24


def test_of_more_accounts_than_are_gone_through_no_sum_is_said(
    cast: Cast, seen_by: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    rise = announced(cast)
    arrive(cast, rise, aster=0.1, brook=0.9, corvid=0.5)
    monkeypatch.setattr("kith.ledger.insights.rise_readers.MOST", 2)
    shown = page(seen_by(cast.mia), f"/rises/{rise.pk}/")
    assert "more accounts than this page goes through" in shown
    assert "of it arrived" not in shown
    assert "Aster Dairy</a>" in shown
    assert "By who holds" not in shown
    assert "%</strong>" not in page(seen_by(cast.mia), "/rises/")
    assert "<strong>50%</strong> of it arrived" in page(seen_by(cast.ben), f"/rises/{rise.pk}/")


def test_account_by_account_it_is_told_a_few_at_a_time_and_the_sum_is_of_all(
    cast: Cast, seen_by: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    rise = announced(cast)
    arrive(cast, rise, aster=0.1, brook=0.5, corvid=0.9)
    monkeypatch.setattr("kith.surfaces.web.rises.views.SHOWN", 2)
    client = seen_by(cast.mia)
    first = page(client, f"/rises/{rise.pk}/")
    assert "at 3 accounts that it meets" in first
    assert first.index("Aster Dairy</a>") < first.index("Brook &amp; Vane</a>")
    assert "Corvid Paper Mill</a>" not in first
    assert 'href="?from=2"' in first
    rows = client.get(f"/rises/{rise.pk}/?from=2", headers={"HX-Request": "true"})
    assert "Corvid Paper Mill</a>" in rows.content.decode()
    assert "<main" not in rows.content.decode()
    assert "Corvid Paper Mill</a>" in page(client, f"/rises/{rise.pk}/?from=2")


def test_the_form_that_lets_somebody_off_comes_when_it_is_asked_for(
    cast: Cast, seen_by: Seen
) -> None:
    rise = announced(cast)
    arrive(cast, rise, aster=0.1, brook=0.5)
    with setting_up():
        for number in range(300):
            m.Colleague.objects.create(name=f"Colleague {number}", sort_key=f"colleague {number}")
    path = f"/rises/{rise.pk}/"
    shown = page(seen_by(cast.mia), path)
    assert shown.count("Let them off …") == 2
    assert "Colleague 7" not in shown
    asked = page(seen_by(cast.mia), f"{path}?from=0&let={cast.account.pk}")
    assert asked.count('name="granted_by"') == 1
    assert f'name="account" value="{cast.account.pk}"' in asked
    assert "Colleague 7<" in asked


def test_a_waiver_that_no_run_has_seen_is_told_where_its_account_has_no_line(
    cast: Cast, seen_by: Seen
) -> None:
    rise = announced(cast)
    arrive(cast, rise, brook=0.5)
    with setting_up():
        waive(
            rise, cast.account, kind="waived", why="Old friends", day=DAY, known_day=DAY,
            granted_by=None, actor=cast.ada,
        )  # fmt: skip
    shown = page(seen_by(cast.mia), f"/rises/{rise.pk}/")
    assert "Aster Dairy" in shown[shown.index("Also let off") :]
    arrive(cast, rise, aster=0.1)
    shown = page(seen_by(cast.mia), f"/rises/{rise.pk}/")
    assert "Also let off" not in shown
    assert "“Old friends”" in shown
