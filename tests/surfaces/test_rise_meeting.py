"""Whom a price rise would meet, of a firm with many customers: the closest, a few at a time."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.ledger import models as m
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY

Seen = Callable[[m.User | None], Client]


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def buyers(cast: Cast, number: int) -> None:
    """So many further accounts, each with an invoice of a seal a month ago."""
    seal = m.Product.objects.filter(family__key="seals")[0]
    for one in range(number):
        account = cast.ledger.account(f"Buyer {one}", cast.ada)
        customer = m.Customer.objects.create(
            number=f"B{one}", number_key=f"b{one}", name=account.name, name_key=f"buyer {one}",
            account=account,
        )  # fmt: skip
        day = DAY - timedelta(30)
        invoice = m.Invoice.objects.create(
            number=f"I{one}", number_key=f"i{one}", customer=customer, day=day, known_day=day,
            currency="EUR",
        )  # fmt: skip
        m.InvoiceLine.objects.create(
            invoice=invoice, line="1", sort="goods", product=seal, quantity=10_000, net=1_000_000,
            batch_id=1,
        )  # fmt: skip


@pytest.mark.parametrize("which", ["family", "list", ""])
def test_of_many_customers_the_closest_are_looked_at_and_it_says_so(
    cast: Cast, seen_by: Seen, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    with setting_up():
        buyers(cast, 3)
        ours = m.PriceList.objects.create(
            name="Pumps", name_key="pumps", key="pumps~eur", sort="ours", currency="EUR"
        )
        for product in m.Product.objects.all():
            m.ListPrice.objects.create(price_list=ours, product=product, price=10_000_000)
    of = {"family": f"family:{m.Family.objects.get(key='seals').pk}", "list": "list:pumps"}
    path = f"/rises/new/?see=1&of={of.get(which, '')}"
    if which:
        assert "It meets <strong>6 accounts</strong>." in page(seen_by(cast.mia), path)
    monkeypatch.setattr("kith.ledger.insights.meeting_readers.LOOKED_AT", 2)
    shown = page(seen_by(cast.mia), path)
    assert "Of the 2 customers that are closest to us it meets <strong>2 accounts</strong>" in shown
    ties = m.Gauge.objects.filter(name="account_tie", value__isnull=False).order_by("-value")
    near = [m.Account.objects.get(pk=pk).name for pk in ties.values_list("account_id", flat=True)]
    assert f"{near[0].replace('&', '&amp;')}</a>" in shown
    assert "Buyer 0</a>" not in shown  # nobody writes with them
    # What a run has added up is told beside it; of a list no run adds up anything.
    assert ("All customers together bought" in shown) is (which != "list")


def test_whom_it_meets_is_told_a_few_at_a_time(
    cast: Cast, seen_by: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("ledger.insights.meeting_readers.SHOWN", "surfaces.web.rises.views.SHOWN_MET"):
        monkeypatch.setattr(f"kith.{place}", 2)
    first = page(seen_by(cast.mia), "/rises/new/?see=1&name=Prices")
    assert "It meets <strong>3 accounts</strong>." in first
    assert first.count('<th scope="row">') == 2
    assert 'href="?see=1&amp;name=Prices&amp;from=2"' in first
    last = page(seen_by(cast.mia), "/rises/new/?see=1&name=Prices&from=2")
    assert last.count('<th scope="row">') == 1
    assert "Show more" not in last


def test_of_more_customers_no_more_statements_ask_whom_it_meets(cast: Cast, seen_by: Seen) -> None:
    client, asked = seen_by(cast.mia), []
    path = f"/rises/new/?see=1&of=family:{m.Family.objects.get(key='seals').pk}"
    client.get(path)
    for number in (0, 40):
        with setting_up():
            buyers(cast, number)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1]


def test_who_was_postponed_last_time_is_told_with_the_day(cast: Cast, seen_by: Seen) -> None:
    day = DAY - timedelta(300)
    with setting_up():
        m.Waiver.objects.all().delete()
        m.Waiver.objects.create(
            rise=m.PriceRise.objects.latest("id"), account=cast.account, kind="postponed", day=day,
            until=DAY - timedelta(60), known_day=day, recorded_at=timezone.now(),
        )  # fmt: skip
    assert "postponed to" in page(seen_by(cast.mia), "/rises/new/?see=1")
