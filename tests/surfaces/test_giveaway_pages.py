"""Giveaways on pages: written down from anywhere, listed, corrected, undone; seen by few."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.ledger.people.relation_writers import say
from kith.ledger.trade.giveaway_writers import came_back, give
from kith.pipeline.nudge import nudged
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY

pytestmark = pytest.mark.usefixtures("home")
Seen = Callable[[m.User | None], Client]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Nothing was given yet."""
    m.Giveaway.objects.all().delete()
    m.Gauge.objects.filter(name="giveaways").delete()
    return cast


def given(cast: Cast, what: str = "Two hours at line 4", **said: object) -> m.Giveaway:
    words: dict[str, object] = {
        "kind": "work", "what": what, "day": DAY, "value_list": 2_400_000, "value_cost": None,
        "currency": "EUR", "actor": cast.ada, **said,
    }  # fmt: skip
    account = words.pop("account", cast.account)
    with setting_up():
        return give(account, **words)  # type: ignore[arg-type]


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def form(cast: Cast, **said: object) -> dict[str, object]:
    return {"account": cast.account.pk, "what": "Two hours", "kind": "work", "day": str(DAY),
            "currency": "EUR", **said}  # fmt: skip


def test_the_form_knows_the_account_one_came_from_and_who_is_there(
    cast: Cast, seen_by: Seen
) -> None:
    shown = page(seen_by(cast.ada), f"/giveaways/new/?from=/accounts/{cast.account.pk}/")
    assert "Given to Aster Dairy" in shown
    assert f'<input type="hidden" name="account" value="{cast.account.pk}">' in shown
    assert "Ines Falk</option>" in shown
    assert "selected>Ada Hart</option>" in shown  # who writes it down agreed, until they say not


@pytest.mark.parametrize("of", ["contacts", "activities"])
def test_it_knows_the_person_and_the_mail_one_came_from(cast: Cast, seen_by: Seen, of: str) -> None:
    contact = cast.finding.contact_id
    pk = contact if of == "contacts" else cast.mail.pk
    client = seen_by(cast.ada)
    path = f"/{of}/{pk}/"
    assert "Given to Aster Dairy" in page(client, f"/giveaways/new/?from={path}")
    told = form(cast, contact=contact, activity=cast.mail.pk, **{"from": path})
    client.post("/giveaways/new/", told)
    row = m.Giveaway.objects.get()
    assert (row.account, row.contact_id) == (cast.account, contact)
    assert row.activity_id == (cast.mail.pk if of == "activities" else None)


@pytest.mark.parametrize(
    "path", ["//evil.example/", "https://evil.example/", "/accounts/999999/", "x", "/nowhere/"]
)
def test_where_one_came_from_leads_nowhere_else(cast: Cast, seen_by: Seen, path: str) -> None:
    shown = page(seen_by(cast.ada), f"/giveaways/new/?from={path}")
    assert 'name="from" value=""' in shown or f'name="from" value="{path}"' in shown
    assert 'href="https://evil.example' not in shown
    assert 'href="//evil' not in shown
    assert "Something given" in shown


def test_it_is_written_down_with_what_was_typed_and_wakes_the_worker(
    cast: Cast, seen_by: Seen
) -> None:
    response = seen_by(cast.ada).post(
        "/giveaways/new/",
        form(cast, value_list="1,200.50", value_cost="", why="They asked", after_complaint="on"),
    )
    row = m.Giveaway.objects.get()
    assert response["Location"] == f"/giveaways/{row.pk}/"
    assert (row.value_list, row.value_cost, row.why) == (12_005_000, None, "They asked")
    assert (row.recorded_by, row.after_complaint) == (cast.ada, True)
    assert nudged()


def test_an_account_is_named_by_how_it_begins_and_asked_for_where_several_do(
    cast: Cast, seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    client.post("/giveaways/new/", form(cast, account="", account_name="aster"))
    assert m.Giveaway.objects.get().account == cast.account
    with setting_up():
        cast.ledger.account("Asterix Works")
    several = client.post("/giveaways/new/", form(cast, account="", account_name="aster"))
    shown = several.content.decode()
    assert several.status_code == 400
    assert "Several accounts are called so." in shown
    assert shown.count('type="radio"') == 2
    nobody = client.post("/giveaways/new/", form(cast, account="", account_name="Zebra"))
    assert "No account is called “Zebra”." in nobody.content.decode()
    assert m.Giveaway.objects.count() == 1


def test_what_is_wrong_is_said_and_what_was_typed_stays(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    for said, wrong in (
        ({"value_list": "lots"}, "“lots” is no number."),
        ({"day": "yesterday"}, "“yesterday” is no day."),
        ({"day": str(DAY + timedelta(1))}, "yet to come"),
        ({"currency": "Euro"}, "“Euro” is no currency."),
    ):
        response = client.post("/giveaways/new/", form(cast, **said))
        assert response.status_code == 400
        shown = response.content.decode()
        assert wrong in shown
        assert 'value="Two hours"' in shown
    over = client.post("/giveaways/new/", form(cast, value_list="lots"), headers=HTMX)
    assert over.status_code == 200  # htmx puts no error in place
    assert "<html" not in over.content.decode()
    assert not m.Giveaway.objects.exists()


def test_from_the_dialog_it_is_noted_and_undone_there(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    noted = client.post("/giveaways/new/", form(cast), headers=HTMX).content.decode()
    row = m.Giveaway.objects.get()
    assert "Two hours, for Aster Dairy." in noted
    undone = client.post(
        f"/giveaways/{row.pk}/withdraw/", headers={**HTMX, "HX-Target": "give"}
    ).content.decode()
    assert "Taken back" in undone
    row.refresh_from_db()
    assert row.withdrawn_at is not None


def test_anybody_who_sees_an_account_may_write_down_what_they_gave_and_sees_that_alone(
    cast: Cast, seen_by: Seen
) -> None:
    given(cast, "Ada's own")
    ben = seen_by(cast.ben)
    ben.post("/giveaways/new/", form(cast, what="Ben's spare part"))
    shown = page(ben, "/giveaways/")
    assert "Ben&#x27;s spare part" in shown
    assert "Ada&#x27;s own" not in shown
    both = page(seen_by(cast.mia), "/giveaways/")
    assert "Ben&#x27;s spare part" in both
    assert "Ada&#x27;s own" in both


def test_who_sells_to_the_account_sees_what_it_was_given(cast: Cast, seen_by: Seen) -> None:
    row = given(cast)
    ben = seen_by(cast.ben)
    assert ben.get(f"/giveaways/{row.pk}/").status_code == 404
    with setting_up():
        customer = m.Customer.objects.create(number="7", name_key="aster", account=cast.account)
        m.Invoice.objects.create(
            number="1", number_key="1", customer=customer, day=DAY, known_day=DAY, currency="EUR",
            salesperson=m.Colleague.objects.get(user=cast.ben),
        )  # fmt: skip
    assert ben.get(f"/giveaways/{row.pk}/").status_code == 200
    assert "Two hours at line 4" in page(ben, "/giveaways/")


def test_what_went_to_an_account_that_is_private_is_in_nobodys_list(
    cast: Cast, seen_by: Seen
) -> None:
    given(cast)
    with setting_up():
        say([cast.account.pk], "private", why="typed", actor=cast.ada)
    for who in (cast.ada, cast.mia):
        assert "at line 4" not in page(seen_by(who), "/giveaways/")


def test_the_list_is_narrowed_to_what_nothing_came_back_for(cast: Cast, seen_by: Seen) -> None:
    back = given(cast, "Repaid sample", kind="sample")
    given(cast, "Amends", after_complaint=True)
    given(cast, "Pure gift", kind="gift", actor=cast.mia)
    with setting_up():
        came_back(back, what="An order", day=DAY, actor=cast.ada)
    client = seen_by(cast.ada)
    assert "Came back" in page(client, "/giveaways/")
    open_ = page(client, "/giveaways/?open=1")
    assert "Pure gift" in open_
    assert "Repaid sample" not in open_
    assert "Amends" not in open_
    assert "Pure gift" not in page(client, "/giveaways/?mine=1")
    assert "Pure gift" not in page(client, "/giveaways/?kind=sample")
    assert "Given to Aster Dairy" in page(client, f"/giveaways/?account={cast.account.pk}")


def test_what_came_back_is_noted_on_the_line_and_undone_there(cast: Cast, seen_by: Seen) -> None:
    row, client = given(cast), seen_by(cast.ada)
    line = client.post(
        f"/giveaways/{row.pk}/back/", {"what": "An order for seals"}, headers=HTMX
    ).content.decode()
    back = m.GiveawayReturn.objects.get()
    assert (back.day, back.said_by) == (DAY, cast.ada)
    assert "An order for seals" in line
    assert "data-undo" in line
    gone = client.post(f"/giveaways/returns/{back.pk}/undo/", headers=HTMX).content.decode()
    assert "An order for seals" not in gone
    again = client.post(f"/giveaways/returns/{back.pk}/undo/", headers=HTMX).content.decode()
    assert "taken back already" in again


def test_it_is_said_anew_withdrawn_and_restored(cast: Cast, seen_by: Seen) -> None:
    row, client = given(cast), seen_by(cast.ada)
    shown = page(client, f"/giveaways/{row.pk}/")
    assert 'value="240"' in shown
    client.post(f"/giveaways/{row.pk}/", form(cast, what="Three hours", value_list="360"))
    row.refresh_from_db()
    assert (row.what, row.value_list) == ("Three hours", 3_600_000)
    client.post(f"/giveaways/{row.pk}/withdraw/")
    assert "Three hours" not in page(client, "/giveaways/")
    assert "withdrawn" in page(client, f"/giveaways/{row.pk}/")
    refused = client.post(f"/giveaways/{row.pk}/withdraw/")
    assert refused.status_code == 409
    client.post(f"/giveaways/{row.pk}/restore/")
    assert "Three hours" in page(client, "/giveaways/")


def test_where_giving_has_become_the_rule_the_list_says_so(cast: Cast, seen_by: Seen) -> None:
    given(cast)
    given(cast, "A cap", kind="gift")
    parts = {"cascade": True, "in_row": 4, "kind": "work", "value_list": 9_600_000,
             "value_cost": 4_000_000}  # fmt: skip
    with setting_up():
        m.Gauge.objects.create(
            series="live", run=cast.finding.run, name="giveaways", account_id=cast.account.pk,
            value=None, n=4, parts=parts,
        )  # fmt: skip
        m.Gauge.objects.create(
            series="live", run=cast.finding.run, name="habit", account_id=cast.account.pk, value=4,
            n=4, parts={name: parts[name] for name in ("value_list", "value_cost")},
        )  # fmt: skip
    shown = page(seen_by(cast.ada), "/giveaways/")
    assert "4 times in a row, and nothing came back" in shown
    assert shown.count("One of 4 in a row without return") == 1  # not the cap
    assert "4 times in a row" not in page(seen_by(cast.ben), "/giveaways/")


def test_further_ones_are_shown_in_steps_and_the_page_asks_as_often_for_few_as_for_many(
    cast: Cast, seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    asked = []
    for number in (3, 60):
        for one in range(number):
            given(cast, f"Gift {number} {one}", day=DAY - timedelta(one))
        client.get("/giveaways/")
        with CaptureQueriesContext(connection) as seen:
            shown = page(client, "/giveaways/")
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 20
    met = shown.count('class="given"')
    while 'hx-get="?after=' in shown or 'hx-get="?' in shown:
        path = shown.split('hx-get="?', 1)[1].split('"', 1)[0]
        if "after" not in path:
            break
        shown = " ".join(client.get(f"/giveaways/?{path}", headers=HTMX).content.decode().split())
        met += shown.count('class="given"')
    assert met == 63
