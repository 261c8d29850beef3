"""No page asks the database more often because there is more in it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.insights import priced
from tests.allow import setting_up
from tests.journeys.test_accessible import pages
from tests.surfaces.cast import ADA, Cast
from tests.surfaces.ledger_of import DAY

Seen = Callable[[m.User | None], Client]
OK = 200
FEW, MANY = range(4), range(4, 60)


@pytest.mark.parametrize("who", ["owner", "manager"])
def test_more_of_everything_asks_no_more_statements(cast: Cast, seen_by: Seen, who: str) -> None:
    client = seen_by(cast.ada if who == "owner" else cast.mia)
    with setting_up():
        grown = cast.ledger.account("Grown GmbH", cast.ada)
    buying = f"&of=family:{m.Family.objects.get(key='seals').pk}" if who == "manager" else ""
    paths = [
        *(path for path in pages(cast, who) if client.get(path).status_code == OK),
        f"/accounts/{grown.pk}/", f"/accounts/{grown.pk}/trade/",
        f"/accounts/{grown.pk}/trade/lines/", f"/rises/new/?see=1&account={grown.pk}",
        "/accounts/?mine=1", "/giveaways/?mine=1", "/giveaways/?open=1", "/search/?q=subject",
        *([f"/rises/new/?see=1{buying}", "/review/?only=quiet"] if buying else ()),
    ]  # fmt: skip
    asked: list[dict[str, int]] = []
    for numbers in (FEW, MANY):
        with setting_up():
            more(cast, grown, numbers)
        asked.append({path: statements(client, path) for path in paths})
    few, many = asked
    assert not {path: (few[path], many[path]) for path in paths if many[path] > few[path]}


def statements(client: Client, path: str) -> int:
    client.get(path, follow=True)  # what is looked up once in a process
    with CaptureQueriesContext(connection) as sent:
        assert client.get(path, follow=True).status_code == OK
    return len(sent)


def more(cast: Cast, grown: m.Account, numbers: range) -> None:
    """Further accounts, people, mails, findings, questions, invoices, giveaways, rises, waivers."""
    seal = m.Product.objects.filter(family__key="seals")[0]
    us = m.Colleague.objects.get(user=cast.ada)
    rise = m.PriceRise.objects.latest("id")
    sums = m.Gauge.objects.get(name=priced.SUMS, account_id=cast.account.pk).parts
    for one in numbers:
        account = cast.ledger.account(f"Gannet {one}", cast.ada)
        for place in (account, grown):
            name = f"Person {one} {place.pk}"
            cast.ledger.contact(name, place)
            cast.ledger.mail(one % 90, name, [ADA], f"A subject {one}", "Text", held_by=cast.ada)
            customer = m.Customer.objects.create(
                number=f"{place.pk}-{one}", number_key=f"{place.pk}-{one}", name="x", name_key="x",
                account=place,
            )  # fmt: skip
            invoice = m.Invoice.objects.create(
                number=f"{place.pk}-{one}", number_key=f"{place.pk}-{one}", customer=customer,
                day=DAY - timedelta(one), known_day=DAY - timedelta(one), currency="EUR",
                salesperson=us,
            )  # fmt: skip
            m.InvoiceLine.objects.create(
                invoice=invoice, line="1", sort="goods", product=seal, quantity=10_000,
                net=1_000_000, list_amount=1_200_000, batch_id=1,
            )  # fmt: skip
            m.Giveaway.objects.create(
                account=place, kind="sample", what="A seal", day=DAY - timedelta(one),
                value_list=one, currency="EUR", agreed_by=us, known_day=DAY, recorded_by=cast.ada,
                recorded_at=timezone.now(),
            )  # fmt: skip
        m.Waiver.objects.create(
            rise=rise, account=account, kind="waived", day=DAY, known_day=DAY, granted_by=us,
            recorded_at=timezone.now(),
        )  # fmt: skip
    run = cast.ledger.measure()
    subjects = m.Account.objects.filter(name__startswith="Gannet").values_list("pk", flat=True)
    m.Gauge.objects.filter(name__in=(priced.RISE, priced.SUMS), account_id__in=subjects).delete()
    for rank, pk in enumerate(subjects):
        for name, item, parts in (
            (priced.RISE, rise.pk, {"state": "part", "missed": rank, "worth": 10}),
            (priced.SUMS, 0, sums),
        ):
            m.Gauge.objects.create(
                series="live", run=run, name=name, account_id=pk, item_id=item, value=0.5, n=9,
                parts=parts,
            )  # fmt: skip
        m.Finding.objects.update_or_create(
            series="live", key=f"gone_quiet:{pk}",
            defaults={
                "run": run, "kind": "gone_quiet", "claim": "fact", "user": cast.ada,
                "account_id": pk, "contact": cast.finding.contact, "as_of": DAY, "since": DAY,
                "found_on": DAY, "stake": 0, "urgency": 0, "rank": 1 + rank / 100,
                "evidence": [cast.mail.pk], "numbers": cast.finding.numbers,
            },
        )  # fmt: skip
