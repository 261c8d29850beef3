"""Findings of prices on pages: their papers, Review, and what to do beside the numbers."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kith.ledger import models as m
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY
from tests.surfaces.test_trade_pages import trade_path, words

Seen = Callable[[m.User | None], Client]


def test_papers_prove_a_finding_on_today_as_far_as_prices_are_the_readers(
    cast: Cast, seen_by: Seen
) -> None:
    line = m.InvoiceLine.objects.filter(invoice__customer__account=cast.account).order_by("pk")[0]
    other = m.InvoiceLine.objects.filter(invoice__currency="GBP").order_by("pk")[0]
    named = {
        "line": [line.pk, other.pk],
        "giveaway": list(m.Giveaway.objects.values_list("pk", flat=True)),
        "waiver": list(m.Waiver.objects.values_list("pk", flat=True)),
        "rise": list(m.PriceRise.objects.values_list("pk", flat=True)),
    }
    with setting_up():
        m.Finding.objects.filter(pk=cast.finding.pk).update(papers=named, evidence=[])
    said = words(seen_by(cast.ada), "/")
    assert "Why: 6 entries" in said  # not Ben's line
    assert "Invoiced Cellar pump 200 €750 Ada Hart" in said
    assert "Given away Commissioning, line 1 €900 Ada Hart" in said
    assert "Waived Spring list +4.0% Ada Hart" in said
    with setting_up():
        m.Finding.objects.filter(pk=cast.finding.pk).update(user=cast.ben)
    said = words(seen_by(cast.ben), "/")
    assert "Why: 2 entries" in said  # his own line, and the rise, which everybody knows
    assert "Invoiced Cellar pump 200 · Corvid Paper Mill £900 Ben Okoro" in said
    assert "€" not in said


@pytest.fixture
def given_again(cast: Cast) -> m.Finding:
    """Ada is told that Aster Dairy gets free work again and again; giveaways alone prove it."""
    return m.Finding.objects.create(
        series="live", key=f"given_again:{cast.account.pk}", run=m.Run.objects.latest("id"),
        kind="given_again", claim="fact", user=cast.ada, account=cast.account, as_of=DAY,
        since=DAY - timedelta(days=160), found_on=DAY, stake=0.1, urgency=0.5, rank=0.95,
        numbers={"times": 3, "gift": "work", "days_ago": 40}, evidence=[],
        papers={"giveaway": list(m.Giveaway.objects.order_by("-day").values_list("pk", flat=True))},
    )  # fmt: skip


TOLD = "Aster Dairy got free work 3 times in a row; nothing came back for it."


def test_review_has_the_prices_that_leaked_with_a_way_to_them(
    cast: Cast, seen_by: Seen, given_again: m.Finding
) -> None:
    client = seen_by(cast.mia)
    for path in ("/review/", "/review/?only=leaked"):
        said = words(client, path)
        assert "Price leaked 1 account" in said
        assert "Aster Dairy held by Ada Hart since 9 Dec 2025 the prices" in said
        assert TOLD in said
    assert f'href="{trade_path()}"' in client.get("/review/").content.decode()
    with setting_up():
        m.Verdict.objects.create(
            key=given_again.key, kind=given_again.kind, account=cast.account, user=cast.ada,
            verb="done", given_on=DAY, recorded_at=timezone.now(),
        )  # fmt: skip
    assert "Price leaked" not in words(client, "/review/")


@pytest.mark.usefixtures("given_again")
def test_what_to_do_stands_above_the_numbers_in_one_sentence(cast: Cast, seen_by: Seen) -> None:
    own = words(seen_by(cast.ada), trade_path())
    assert own.index(TOLD) < own.index("From list price to margin")
    assert "Why: 3 entries" in own
    assert "Done" in own
    told = words(seen_by(cast.mia), trade_path())
    assert f"{TOLD} The last time was 40 days ago. Ask for something in return." in told
    assert "Done" not in told  # it is Ada's to answer
    assert TOLD not in words(seen_by(cast.ben), trade_path())


@pytest.mark.usefixtures("given_again")
def test_an_answer_given_beside_the_prices_stays_there(cast: Cast, seen_by: Seen) -> None:
    found = m.Finding.objects.get(kind="given_again")
    answered = seen_by(cast.ada).post(f"/findings/{found.pk}/done/", headers={"HX-Request": "true"})
    assert answered.status_code == 200
    assert TOLD not in words(seen_by(cast.ada), trade_path())
