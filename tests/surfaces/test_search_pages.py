"""The search, the question why, and what is blocked, as their readers meet them."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.ledger.imports.left_out import LeftOutMail
from kith.ledger.imports.message_keys import message_key
from kith.ledger.imports.writers import leave_out
from kith.terms.words import Level
from tests.allow import setting_up
from tests.surfaces.cast import Cast

Seen = Callable[[m.User | None], Client]
HTMX = {"HX-Request": "true"}
METADATA = Level.METADATA


def written(cast: Cast, day: int, subject: str, text: str = "", level: Level = METADATA) -> None:
    """A mail of Lena's to Ben."""
    with setting_up():
        cast.ledger.mail(
            day, "Lena Marsh", ["Ben Okoro"], subject, text, held_by=cast.ben, open_level=level
        )


def page(client: Client, path: str, **headers: str) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200, path
    return response.content.decode()


def test_every_page_has_the_box(cast: Cast, seen_by: Seen) -> None:
    for path in ("/", "/accounts/", "/search/", "/why/", "/blocks/", "/imports/"):
        assert 'action="/search/" role="search"' in page(seen_by(cast.ada), path), path


def test_accounts_people_and_mails_are_grouped(cast: Cast, seen_by: Seen) -> None:
    found = page(seen_by(cast.ben), "/search/?q=zephyrine")
    assert "<mark>Zephyrine</mark> rebate" in found
    found = page(seen_by(cast.ben), "/search/?q=quillwort")
    assert "the <mark>quillwort</mark> clause stays" in found
    name = cast.account.name
    found = page(seen_by(cast.ben), f"/search/?q={name.split()[0].lower()}")
    assert 'id="found-accounts"' in found
    assert name in found
    assert 'id="found-people"' in page(seen_by(cast.ben), "/search/?q=lena")


def test_what_is_found_is_shown_and_never_run(cast: Cast, seen_by: Seen) -> None:
    written(cast, 1, "<script>alert(1)</script> bait", "<img src=x onerror=alert(2)> bait & switch")
    found = page(seen_by(cast.ben), "/search/?q=bait")
    assert "<script>alert" not in found
    assert "<img" not in found
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>bait</mark>" in found
    echoed = page(seen_by(cast.ben), "/search/?q=%3Cb%3Ezzz%22")
    assert "<b>zzz" not in echoed


def test_typing_asks_for_what_was_found_alone(cast: Cast, seen_by: Seen) -> None:
    part = page(seen_by(cast.ben), "/search/?q=zephyr", **HTMX)
    assert "<html" not in part
    assert "<mark>Zephyrine</mark>" in part


def test_more_goes_on_where_it_stopped(cast: Cast, seen_by: Seen) -> None:
    for number in range(25):
        written(cast, number, f"Batch {number:02}")
    client = seen_by(cast.ben)
    first = page(client, "/search/?q=batch")
    subjects = [f"> {number:02}</a>" for number in range(25)]
    assert [s in first for s in subjects] == [True] * 20 + [False] * 5
    more = first.split('hx-get="/search/?q=batch&amp;before=')[1].split('"')[0]
    second = page(client, f"/search/?q=batch&before={more}", **HTMX)
    assert "<html" not in second
    assert [s in second for s in subjects] == [False] * 20 + [True] * 5
    assert "before=" not in second
    assert "Older mail" in page(client, f"/search/?q=batch&before={more}")


@pytest.mark.parametrize("before", ["x", "-1", "9" * 30, "²", ""])
def test_a_place_that_is_none_begins_at_the_newest(before: str, cast: Cast, seen_by: Seen) -> None:
    assert "Zephyrine" in page(seen_by(cast.ben), f"/search/?q=rebate&before={before}")


def test_nothing_found_says_what_to_do(cast: Cast, seen_by: Seen) -> None:
    found = page(seen_by(cast.ada), "/search/?q=quillwort")
    assert "Nothing that you may see holds “quillwort”." in found
    assert 'href="/why/"' in found
    assert "Several words: all of them must be there." in page(seen_by(cast.ada), "/search/")


def test_queries_do_not_grow_with_hits(cast: Cast, seen_by: Seen) -> None:
    client = seen_by(cast.ben)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as sent:
            page(client, "/search/?q=batch ")
        return len(sent)

    written(cast, 1, "Batch")
    page(client, "/search/?q=batch ")
    few = asked()
    for number in range(15):
        written(cast, number, f"Batch {number}")
    assert asked() <= few


def test_why_of_a_message_says_where_it_came_from(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        m.MailKey.objects.create(
            key=message_key("a@b.example"),
            activity_id=cast.private.pk,
            thread=m.Thread.objects.create(),
        )
        m.Batch.objects.update(mailbox=cast.ledger.mailboxes[cast.ben.pk])
    said = page(seen_by(cast.ben), "/why/?q=%3Ca@b.example%3E")
    assert "It is here" in said
    assert "it counts" in said
    assert cast.private.subject in said
    hidden = page(seen_by(cast.ada), "/why/?q=%3Ca@b.example%3E")
    assert cast.private.subject not in hidden


def test_why_of_a_blocked_mail_names_the_block(cast: Cast, seen_by: Seen) -> None:
    batch = cast.ledger.batch
    batch.mailbox = cast.ledger.mailboxes[cast.ada.pk]
    with setting_up():
        batch.save()
    row = LeftOutMail(
        "blocked", "x@9", "Mail with z.example is blocked.", message_key("q@z.example")
    )
    leave_out(batch, [row], actor=None)
    assert "Mail with z.example is blocked." in page(seen_by(cast.ada), "/why/?q=q@z.example")
    for other in (cast.ben, cast.mia):
        assert "blocked." not in page(seen_by(other), "/why/?q=q@z.example")


def test_why_of_an_address_and_a_day_counts(cast: Cast, seen_by: Seen) -> None:
    address = cast.ledger.addresses["Lena Marsh"].address
    assert "count" in page(seen_by(cast.ben), f"/why/?q={address}")
    day = page(seen_by(cast.ben), f"/why/?q={cast.private.known_day}")
    assert cast.ledger.mailboxes[cast.ben.pk].address in day
    never = page(seen_by(cast.ben), "/why/?q=nobody@nowhere.example")
    assert "No import has met" in never


def test_what_is_no_question_says_how_to_ask(cast: Cast, seen_by: Seen) -> None:
    response = seen_by(cast.ada).get("/why/?q=2026-02-31")
    assert response.status_code == 400
    assert "Write it as 2026-03-31." in response.content.decode()


def test_one_blocks_and_unblocks_ones_own(cast: Cast, seen_by: Seen) -> None:
    client, box = seen_by(cast.ada), cast.ledger.mailboxes[cast.ada.pk]
    form = {"kind": "domain", "value": "@Gossip.example", "where": str(box.pk)}
    assert client.post("/blocks/", form).status_code == 302
    assert "gossip.example" in page(client, "/blocks/")
    assert "gossip.example" not in page(seen_by(cast.ben), "/blocks/")
    assert "gossip.example" not in page(seen_by(cast.mia), "/blocks/")
    client.post(f"/blocks/{m.Block.objects.get().pk}/remove/")
    assert not m.Block.objects.exists()


def test_the_firms_blocks_are_its_managers(cast: Cast, seen_by: Seen) -> None:
    form = {"kind": "label", "value": "Family", "where": "firm"}
    refused = seen_by(cast.ada).post("/blocks/", form)
    assert refused.status_code == 400
    assert "Only a manager" in refused.content.decode()
    assert seen_by(cast.mia).post("/blocks/", form).status_code == 302
    found = m.Block.objects.get()
    assert "family" in page(seen_by(cast.ada), "/blocks/")
    assert seen_by(cast.ada).post(f"/blocks/{found.pk}/remove/").status_code == 404


def test_anothers_mailbox_is_not_to_be_blocked(cast: Cast, seen_by: Seen) -> None:
    box = cast.ledger.mailboxes[cast.ben.pk]
    form = {"kind": "label", "value": "x", "where": str(box.pk)}
    assert seen_by(cast.ada).post("/blocks/", form).status_code == 404
    assert seen_by(cast.mia).post("/blocks/", form).status_code == 404
    assert not m.Block.objects.exists()


def test_a_subject_that_is_shared_is_found_by_it_and_not_by_its_text(
    cast: Cast, seen_by: Seen
) -> None:
    written(cast, 1, "Gland packing", "Hidden murmur.", Level.SUBJECT)
    found = page(seen_by(cast.ada), "/search/?q=gland")
    assert "<mark>Gland</mark> packing" in found
    assert "murmur" not in found
    assert "Nothing that you may see" in page(seen_by(cast.ada), "/search/?q=murmur")
