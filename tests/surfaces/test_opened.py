"""What has changed since one was here last; noted once a day, and never by looking."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client

from kith.ledger import models as m
from kith.ledger.insights.opened_readers import changes, opened_before
from kith.ledger.insights.opened_writers import note_opened
from kith.surfaces.web.accounts import views
from kith.terms.words import Level
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY

Seen = Callable[[m.User | None], Client]
EARLIER = DAY - timedelta(days=40)


def page(client: Client, cast: Cast) -> str:
    return client.get(f"/accounts/{cast.account.pk}/").content.decode()


def test_a_first_look_tells_nothing_and_looking_notes_nothing(cast: Cast, seen_by: Seen) -> None:
    text = page(seen_by(cast.ada), cast)
    assert "Since you were here" not in text
    assert f'hx-post="/accounts/{cast.account.pk}/opened/"' in text
    assert not m.Opened.objects.exists()


def test_the_page_notes_it_once_a_day(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    for _ in range(2):
        assert client.post(f"/accounts/{cast.account.pk}/opened/").status_code == 204
    row = m.Opened.objects.get()
    assert (row.user, row.day, row.before) == (cast.ada, DAY, None)
    assert "/opened/" not in page(client, cast)


def test_it_keeps_the_day_before_for_the_rest_of_the_day(cast: Cast) -> None:
    for day in (EARLIER, DAY, DAY, EARLIER):
        note_opened(cast.account.pk, day, actor=cast.ada)
    found = opened_before(cast.ada, cast.account.pk, DAY)
    assert (found.since, found.is_noted) == (EARLIER, True)
    assert opened_before(cast.ada, cast.account.pk, DAY + timedelta(days=1)).since == DAY
    assert opened_before(cast.ben, cast.account.pk, DAY).since is None


def test_it_says_what_came_from_both_sides_and_what_is_to_do(cast: Cast, seen_by: Seen) -> None:
    note_opened(cast.account.pk, EARLIER, actor=cast.ada)
    text = page(seen_by(cast.ada), cast)
    assert "Since you were here on 8 Apr:" in text
    found = changes(cast.ada, cast.account.pk, EARLIER)
    assert found.theirs >= 2
    assert f"{found.theirs} mails from them" in text
    assert f"{found.ours} from us" in text
    assert "1 new thing to do" in text


def test_the_day_itself_counts_and_nothing_is_said_as_nothing(cast: Cast, seen_by: Seen) -> None:
    last = m.Participant.objects.filter(account=cast.account).order_by("-day")[0].day
    assert last
    assert changes(cast.ada, cast.account.pk, last).theirs
    assert changes(cast.ada, cast.account.pk, DAY).nothing
    note_opened(cast.account.pk, DAY - timedelta(days=1), actor=cast.ada)
    assert "nothing new." in page(seen_by(cast.ada), cast)


@pytest.fixture
def newcomer(cast: Cast) -> m.Contact:
    """Somebody new, of whom a mail is shared and another is not."""
    row = cast.ledger.contact("Uli Brandt", cast.account)
    cast.ledger.mail(1, "Uli Brandt", ["Ada Hart"], "Hello", "x", held_by=cast.ada)
    cast.ledger.mail(
        1, "Uli Brandt", ["Ben Okoro"], "Own", "x", held_by=cast.ben, open_level=Level.NOTHING
    )
    cast.ledger.measure()
    return row


def test_new_people_are_named_and_mail_one_may_not_see_is_not_counted(
    cast: Cast, newcomer: m.Contact
) -> None:
    since = DAY - timedelta(days=2)
    ada, ben = (changes(user, cast.account.pk, since) for user in (cast.ada, cast.ben))
    assert ada.people == ben.people == ((newcomer.pk, "Uli Brandt"),)
    assert (ada.theirs, ben.theirs) == (1, 2)


def test_a_disk_that_takes_no_more_fails_no_page(
    cast: Cast, seen_by: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(views, "note_opened", full)
    client = seen_by(cast.ada)
    assert client.post(f"/accounts/{cast.account.pk}/opened/").status_code == 204
    assert client.get(f"/accounts/{cast.account.pk}/").status_code == 200
