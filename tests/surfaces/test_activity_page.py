"""A mail's page: its new words, what is folded away, what asks, and its thread."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kith.ledger import models as m
from kith.ledger.activities.readers import Seen, visible_activity
from kith.surfaces.web.activities.words import ABOVE, BELOW, BETWEEN, Stretch, stretches
from kith.terms.words import Level
from tests.allow import setting_up
from tests.surfaces.cast import Cast

SeenBy = Callable[[m.User | None], Client]
TEXT = (
    "On Monday Ada wrote:\n> One?\n\nYes.\nAnd when\ndo you come? Bye.\n\n> Two?\n\nNo.\n\n"
    "-- \nInes"
)
ASKS = "And when\ndo you come?"


@pytest.fixture
def answer(cast: Cast) -> m.Activity:
    """Ines answers Ada line by line, in one thread with Ada's mail; shared in full."""
    with setting_up():
        thread = m.Thread.objects.create()
        ours, row = (
            cast.ledger.mail(
                day, sender, [to], "Seals?", TEXT, held_by=cast.ada, open_level=Level.FULL
            )
            for day, sender, to in ((2, "Ada Hart", "Ines Falk"), (1, "Ines Falk", "Ada Hart"))
        )
        m.Activity.objects.filter(pk__in=[ours.pk, row.pk]).update(thread=thread)
        m.Activity.objects.filter(pk=row.pk).update(asks=True)
        m.ActivityText.objects.filter(pk=row.pk).update(
            new_from=TEXT.index("Yes"),
            new_until=TEXT.index("\n\n--"),
            quoted_within=[[TEXT.index("\n\n> Two"), TEXT.index("No.")]],
            asks_from=TEXT.index("And"),
            asks_until=TEXT.index(" Bye"),
        )
    return row


def pieces(user: m.User, row: m.Activity) -> list[Stretch]:
    return stretches(visible_activity(user, row.pk))


def test_the_words_are_all_there_in_order_new_ones_open(cast: Cast, answer: m.Activity) -> None:
    assert pieces(cast.ada, answer) == [
        Stretch(ABOVE, "On Monday Ada wrote:\n> One?"),
        Stretch("", "Yes.\n", ASKS, " Bye."),
        Stretch(BETWEEN, "> Two?"),
        Stretch("", "No."),
        Stretch(BELOW, "-- \nInes"),
    ]


def test_what_asks_is_marked_for_its_owners_alone(
    cast: Cast, answer: m.Activity, seen_by: SeenBy
) -> None:
    path = reverse("activity", args=[answer.pk])
    assert f">{ASKS}</mark>" in seen_by(cast.ada).get(path).content.decode()
    others = seen_by(cast.mia).get(path).content.decode()
    assert ASKS in others
    assert "<mark" not in others


def test_the_thread_says_what_waits_to_its_owner_alone(
    cast: Cast, answer: m.Activity, seen_by: SeenBy
) -> None:
    path = reverse("activity", args=[answer.pk])
    own = seen_by(cast.ada).get(path).content.decode()
    others = seen_by(cast.mia).get(path).content.decode()
    for page in (own, others):
        assert "In this thread" in page
        assert "<bdi>Ada Hart</bdi> began it" in page
        assert "<bdi>Ines Falk</bdi> was the first to answer" in page
        assert page.count("data-row") == 2
    assert "waits for an answer" in own
    assert "waits for an answer" not in others


def test_a_mail_alone_has_no_thread(cast: Cast, seen_by: SeenBy) -> None:
    page = seen_by(cast.ada).get(reverse("activity", args=[cast.mail.pk])).content.decode()
    assert "In this thread" not in page


def test_a_forward_without_a_word_says_so(cast: Cast, answer: m.Activity, seen_by: SeenBy) -> None:
    with setting_up():
        m.ActivityText.objects.filter(pk=answer.pk).update(
            new_from=0, new_until=0, quoted_within=[], asks_from=None, asks_until=None
        )
    assert pieces(cast.ada, answer) == [Stretch(BELOW, TEXT)]
    page = seen_by(cast.ada).get(reverse("activity", args=[answer.pk])).content.decode()
    assert "(nothing new in it)" in page


def test_an_empty_text_has_no_stretch(cast: Cast) -> None:
    row: Seen = visible_activity(cast.ben, cast.mail.pk)
    assert row.text is None
    assert stretches(row) == []
