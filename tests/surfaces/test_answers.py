"""Done, snooze, wrong, and taking it back; with htmx and without."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from kith.ledger import models as m
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY

Seen = Callable[[m.User | None], Client]
SAYS = "it has been 31"
HTMX = {"HX-Request": "true"}


def test_done_leaves_a_line_with_a_way_back(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    client.post(f"/findings/{cast.finding.pk}/done/")
    page = client.get("/").content.decode()
    assert f"/findings/{cast.finding.pk}/undo/" in page
    assert f"/findings/{cast.finding.pk}/done/" not in page
    client.post(f"/findings/{cast.finding.pk}/undo/")
    assert f"/findings/{cast.finding.pk}/done/" in client.get("/").content.decode()


def test_htmx_gets_the_line_alone_and_the_card_back(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    line = client.post(f"/findings/{cast.finding.pk}/done/", headers=HTMX).content.decode()
    assert SAYS in line
    assert "<html" not in line
    path = f"/findings/{cast.finding.pk}/undo/"
    card = client.delete(path, headers=HTMX).content.decode()
    assert f"/findings/{cast.finding.pk}/done/" in card
    assert "Price of the seals, line 4" in card


def test_snoozing_waits_for_its_day(cast: Cast, seen_by: Seen) -> None:
    seen_by(cast.ada).post(f"/findings/{cast.finding.pk}/snooze/", {"days": "30"})
    assert m.Verdict.objects.get().until == DAY + timedelta(days=30)


def test_snoozing_with_junk_means_a_week(cast: Cast, seen_by: Seen) -> None:
    seen_by(cast.ada).post(f"/findings/{cast.finding.pk}/snooze/", {"days": "²"})
    assert m.Verdict.objects.get().until == DAY + timedelta(days=7)


def test_wrong_keeps_the_reason(cast: Cast, seen_by: Seen) -> None:
    seen_by(cast.ada).post(f"/findings/{cast.finding.pk}/wrong/", {"why": "We spoke on Friday"})
    verdict = m.Verdict.objects.get()
    assert (verdict.verb, verdict.why) == ("wrong", "We spoke on Friday")


def test_each_thing_says_what_it_takes_and_offers_reasons(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get("/").content.decode()
    assert "takes a call of ten minutes" in page
    assert page.count('value="We spoke on the phone"') == 3


def test_a_reason_stands_on_the_line(cast: Cast, seen_by: Seen) -> None:
    path = f"/findings/{cast.finding.pk}/wrong/"
    said = {"why": "Not a customer"}
    line = seen_by(cast.ada).post(path, said, headers=HTMX).content.decode()
    assert "Wrong: Not a customer" in line


def test_what_was_put_off_comes_back_on_its_day_and_not_before(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    client.post(f"/findings/{cast.finding.pk}/snooze/", {"days": "7"})
    offered = f"/findings/{cast.finding.pk}/done/"
    for days, there in ((1, False), (6, False), (7, True), (8, True)):
        with setting_up():
            m.Run.objects.update(as_of=DAY + timedelta(days=days))
        assert (offered in client.get("/").content.decode()) == there, days


def test_the_day_ends_with_what_became_of_it(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    first, *others = m.Finding.objects.filter(user=cast.ada)
    for row in others:
        client.post(f"/findings/{row.pk}/done/")
    client.post(f"/findings/{first.pk}/snooze/", {"days": "1"})
    page = client.get("/").content.decode()
    assert "<strong>Two</strong> done" in page
    assert "<strong>One</strong> snoozed, back on its day" in page
    assert "</strong> wrong" not in page


def test_the_day_ends(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    for row in m.Finding.objects.filter(user=cast.ada):
        client.post(f"/findings/{row.pk}/done/")
    assert "That is all for today." in client.get("/").content.decode()


def test_taking_back_what_was_not_said_is_absent(cast: Cast, seen_by: Seen) -> None:
    assert seen_by(cast.ada).post(f"/findings/{cast.finding.pk}/undo/").status_code == 404
