"""The canary: words of a private mail never stand on anybody else's page."""

from collections.abc import Callable

import pytest
from django.test import Client

from kith.ledger import models as m
from tests.surfaces.cast import CANARY_SUBJECT, CANARY_TEXT, Cast

Seen = Callable[[m.User | None], Client]


def every_page(cast: Cast) -> list[str]:
    accounts = m.Account.objects.values_list("id", flat=True)
    return [
        "/",
        "/accounts/",
        "/accounts/?sort=name",
        "/accounts/?q=c",
        "/search/?q=rebate",
        "/search/?q=clause",
        "/search/?q=ravi",
        "/why/?q=lena.marsh@castle-brewery.example",
        "/why/?q=2026-05-10",
        "/blocks/",
        *(f"/accounts/{i}/" for i in accounts),
        *(f"/accounts/{i}/timeline/" for i in accounts),
        *(f"/activities/{i}/" for i in m.Activity.objects.values_list("id", flat=True)),
    ]


@pytest.mark.parametrize("who", ["ada", "mia"])
def test_no_word_of_a_private_mail_reaches_another(who: str, cast: Cast, seen_by: Seen) -> None:
    client = seen_by(getattr(cast, who))
    for path in every_page(cast):
        for headers in ({}, {"HX-Request": "true"}):
            page = client.get(path, headers=headers).content.decode()
            assert CANARY_SUBJECT not in page, path
            assert CANARY_TEXT not in page, path


def test_its_owner_reads_it(cast: Cast, seen_by: Seen) -> None:
    page = seen_by(cast.ben).get(f"/activities/{cast.private.pk}/").content.decode()
    assert CANARY_SUBJECT in page
    assert CANARY_TEXT in page


def test_a_blind_copy_is_known_to_its_sender_alone(cast: Cast, seen_by: Seen) -> None:
    path = f"/activities/{cast.private.pk}/"
    assert "Ravi Sand" in seen_by(cast.ben).get(path).content.decode()
    assert "Ravi Sand" not in seen_by(cast.mia).get(path).content.decode()


def test_a_mailbox_that_shares_all_is_read_by_all(cast: Cast, seen_by: Seen) -> None:
    shared = m.Activity.objects.get(subject="Open days")
    assert "We pour at six." in seen_by(cast.ben).get(f"/activities/{shared.pk}/").content.decode()


def test_only_its_user_sees_a_finding(cast: Cast, seen_by: Seen) -> None:
    path = f"/accounts/{cast.account.pk}/"
    assert "it has been 31" in seen_by(cast.ada).get(path).content.decode()
    assert "it has been 31" not in seen_by(cast.ben).get(path).content.decode()
    assert "it has been 31" not in seen_by(cast.mia).get(path).content.decode()
