"""A person's page: how we stand with them, and to whom it is there at all."""

from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.ledger import models as m
from kith.ledger.people.merge_writers import merge
from kith.ledger.people.relation_writers import say
from kith.terms.words import Level
from tests.allow import setting_up
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]


def path_of(cast: Cast, name: str) -> str:
    return reverse("contact", args=[cast.ledger.addresses[name].contact_id])


def test_it_says_where_they_work_how_we_stand_and_what_happened(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get(path_of(cast, "Ines Falk")).content.decode()
    assert "<h1>Ines Falk</h1>" in page
    assert reverse("account", args=[cast.account.pk]) in page
    assert "Ines Falk (Aster Dairy) writes about every 9 days; it has been 31." in page
    assert "mailto:ines.falk@aster-dairy.example" in page
    assert "days have usually passed between their mails" in page
    assert "Price of the seals, line 4" in page


def test_who_was_merged_is_found_under_whom_they_are_now(cast: Cast, seen_by: Seen) -> None:
    kept, gone = (cast.ledger.addresses[name].contact for name in ("Ines Falk", "Tomas Reed"))
    assert kept is not None
    assert gone is not None
    before = path_of(cast, "Tomas Reed")
    merge(kept, gone, actor=cast.ada)
    answer = seen_by(cast.ada).get(before)
    assert (answer.status_code, answer["Location"]) == (302, reverse("contact", args=[kept.pk]))
    assert seen_by(cast.ada).get(reverse("contact", args=[99999999])).status_code == 404


def test_each_of_us_stands_with_both_sides(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ada).get(path_of(cast, "Tomas Reed")).content.decode()
    ours = page[page.index("Who of us") : page.index("What happened")]
    assert "Ada Hart" in ours
    assert "Ben Okoro" in ours


def test_what_an_accounts_page_unfolds_is_how_they_write_and_who_of_us_they_know(
    cast: Cast, seen_by: Seen
) -> None:
    contact = cast.ledger.addresses["Ines Falk"].contact_id
    path = reverse("contact_at", args=[contact, cast.account.pk])
    assert f'hx-get="{path}"' in opened(seen_by(cast.ada), cast.account)
    unfolded = seen_by(cast.ben).get(path, headers={"HX-Request": "true"}).content.decode()
    assert "days have usually passed between their mails" in unfolded
    assert "How strong the contact is" in unfolded
    assert "Ada Hart" in unfolded
    assert "<h1>" not in unfolded
    assert "Erase this person" not in unfolded
    for_mia = seen_by(cast.mia).get(path, headers={"HX-Request": "true"}).content.decode()
    assert "Erase this person" in for_mia


def test_it_unfolds_only_where_they_worked_and_leads_elsewhere_without_htmx(
    cast: Cast, seen_by: Seen
) -> None:
    contact = cast.ledger.addresses["Ines Falk"].contact_id
    with setting_up():
        elsewhere = cast.ledger.account("Elsewhere", cast.ada)
    path = reverse("contact_at", args=[contact, elsewhere.pk])
    assert seen_by(cast.ada).get(path, headers={"HX-Request": "true"}).status_code == 404
    answer = seen_by(cast.ada).get(reverse("contact_at", args=[contact, cast.account.pk]))
    assert (answer.status_code, answer["Location"]) == (302, reverse("contact", args=[contact]))


def opened(client: Client, account: m.Account) -> str:
    return client.get(reverse("account", args=[account.pk])).content.decode()


def test_a_colleague_sees_that_and_no_word(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ben).get(path_of(cast, "Ines Falk")).content.decode()
    assert "<h1>Ines Falk</h1>" in page
    assert "Price of the seals" not in page
    assert "Subject not shared" in page


@pytest.fixture
def friend(cast: Cast) -> m.Contact:
    """Somebody at no account, of whom Ben alone holds a mail."""
    row = m.Contact.objects.create(name="Uli Brandt", sort_key="uli brandt", match_key="uli brandt")
    cast.ledger.addresses["Uli Brandt"] = m.Address.objects.create(
        address="uli@webmail.example", domain="webmail.example", name="Uli Brandt", contact=row
    )
    m.Employment.objects.create(contact=row, account=cast.account, why="domain")
    cast.ledger.mail(
        3, "Uli Brandt", ["Ben Okoro"], "Sunday", "x", held_by=cast.ben, open_level=Level.NOTHING
    )
    m.Employment.objects.filter(contact=row).delete()
    return row


def test_who_is_at_no_account_is_there_for_who_holds_their_mail_alone(
    cast: Cast, friend: m.Contact, seen_by: Seen
) -> None:
    path = reverse("contact", args=[friend.pk])
    assert seen_by(cast.ben).get(path).status_code == 200
    for other in (cast.ada, cast.mia):
        assert seen_by(other).get(path).status_code == 404
        assert seen_by(other).get(f"{path}timeline/").status_code == 404


def test_who_is_at_a_private_account_alone_is_there_for_its_holders(
    cast: Cast, seen_by: Seen
) -> None:
    say([m.Account.objects.get(name="Brook & Vane").pk], "private", why="typed", actor=cast.ada)
    path = path_of(cast, "Jonas Weir")
    assert seen_by(cast.ada).get(path).status_code == 200
    assert seen_by(cast.ben).get(path).status_code == 404


@pytest.fixture
def moved(cast: Cast) -> m.Account:
    """Tomas Reed has left Aster Dairy for Brook & Vane."""
    tomas = cast.ledger.addresses["Tomas Reed"].contact
    assert tomas
    m.Employment.objects.filter(contact=tomas).update(until=date(2026, 4, 1))
    place = m.Account.objects.get(name="Brook & Vane")
    m.Employment.objects.create(contact=tomas, account=place, since=date(2026, 4, 2), why="mail")
    return place


def test_it_names_where_they_worked_before(cast: Cast, moved: m.Account, seen_by: Seen) -> None:
    page = unescape(seen_by(cast.ada).get(path_of(cast, "Tomas Reed")).content.decode())
    head = page[page.index("<h1>") : page.index('class="beside"')]
    assert head.index(moved.name) < head.index("Aster Dairy")
    assert "until 1 Apr" in head


def test_a_past_place_that_is_not_there_for_the_reader_is_not_named(
    cast: Cast, moved: m.Account, seen_by: Seen
) -> None:
    say([moved.pk], "private", why="typed", actor=cast.ada)
    page = unescape(seen_by(cast.ben).get(path_of(cast, "Tomas Reed")).content.decode())
    assert moved.name not in page
    assert "Aster Dairy" in page


def test_it_asks_the_database_as_often_for_everybody(
    cast: Cast,
    seen_by: Seen,
    django_assert_max_num_queries: Callable[[int], CaptureQueriesContext],
) -> None:
    client = seen_by(cast.ada)
    for contact in m.Contact.objects.values_list("id", flat=True):
        with django_assert_max_num_queries(34):
            assert client.get(reverse("contact", args=[contact])).status_code == 200


def test_a_thread_opens_by_a_link_and_in_place(cast: Cast, seen_by: Seen) -> None:
    path = reverse("activity_thread", args=[cast.mail.pk])
    whole = seen_by(cast.ada).get(path).content.decode()
    part = seen_by(cast.ada).get(path, headers={"HX-Request": "true"}).content.decode()
    assert "<html" in whole
    assert part.lstrip().startswith("<ol")
    assert "Price of the seals, line 4" in part
    assert "Price of the seals" not in seen_by(cast.ben).get(path).content.decode()
