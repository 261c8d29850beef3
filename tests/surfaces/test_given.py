"""Questions whether something was given away, as who is asked meets them."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.ledger import models as m
from kith.ledger.questions.given import FREE_LINE, GIVEAWAY
from tests.allow import setting_up
from tests.surfaces.cast import Cast
from tests.surfaces.ledger_of import DAY

Seen = Callable[[m.User | None], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}
TEXT = "Dear Ines,\n\nthe drawing is below. The second visit is on us, of course.\n\nAda"
SENTENCE = "The second visit is on us, of course."


def asks(sort: str, put_to: m.User | None, /, **proposal: object) -> m.Question:
    with setting_up():
        return m.Question.objects.create(
            kind=sort, key=f"{m.Question.objects.count()}".encode().ljust(16),
            proposal={"day": str(DAY), **proposal}, put_to=put_to, asked_at=timezone.now(),
        )  # fmt: skip


@pytest.fixture
def mail(cast: Cast) -> m.Question:
    """Put to Ada: a mail that only her mailbox holds, to Ines Falk of Aster Dairy."""
    with setting_up():
        boxes = m.Mailbox.objects.filter(owner=cast.ada).values("id")
        held = m.Arrival.objects.filter(kind=1, mailbox_id__in=boxes).values("object_id")
        activity = m.Activity.objects.filter(pk__in=held).order_by("-id").first()
        assert activity
        m.ActivityText.objects.filter(activity=activity).delete()
        m.ActivityText.objects.create(activity=activity, text=TEXT, new_from=0, new_until=len(TEXT))
    start = TEXT.index(SENTENCE)
    contact = m.Contact.objects.get(name="Ines Falk")
    return asks(
        GIVEAWAY, cast.ada, activity=activity.pk, account=cast.account.pk, contact=contact.pk,
        colleague=m.Colleague.objects.get(user=cast.ada).pk, kind="work",
        says=[start + 17, start + 22], sentence=[start, start + len(SENTENCE)],
    )  # fmt: skip


def told_by(mail: m.Question) -> QuerySet[m.Giveaway]:
    return m.Giveaway.objects.filter(activity_id=mail.proposal["activity"])


def page(client: Client, path: str = "/questions/") -> str:
    return client.get(path).content.decode()


def test_the_sentence_stands_in_its_context_for_who_wrote_it_and_for_nobody_else(
    cast: Cast, mail: m.Question, seen_by: Seen
) -> None:
    text = page(seen_by(cast.ada))
    assert f"Did you give {cast.account.name} work for nothing" in text
    assert f"<mark>{SENTENCE}</mark>" in text
    assert "the drawing is below" in text
    for other in (cast.ben, cast.mia):
        text = page(seen_by(other))
        assert "on us" not in text
        assert "work for nothing" not in text
        for said in ("yes", "no", "undo"):
            path = f"/questions/given/{mail.pk}/{said}/"
            assert seen_by(other).post(path).status_code == 404


def test_one_key_writes_it_down_without_the_mails_words(
    cast: Cast, mail: m.Question, seen_by: Seen
) -> None:
    client = seen_by(cast.ada)
    response = client.post(f"/questions/given/{mail.pk}/yes/", **HTMX)  # type: ignore[arg-type]
    text = response.content.decode()
    made = told_by(mail).get()
    assert f"/giveaways/{made.pk}/" in text
    assert "questions-left" in text
    assert (made.kind, made.what, made.value_list) == ("work", "Free work, told by mail", None)
    assert "visit" not in made.what
    client.post(f"/questions/given/{mail.pk}/undo/", **HTMX)  # type: ignore[arg-type]
    made.refresh_from_db()
    assert made.withdrawn_by == cast.ada
    assert "data-yes" in page(client)


def test_more_is_said_first_and_what_cannot_be_read_stays_in_the_form(
    cast: Cast, mail: m.Question, seen_by: Seen
) -> None:
    client, path = seen_by(cast.ada), f"/questions/given/{mail.pk}/yes/"
    told = {"kind": "favour", "what": "Second visit", "value_list": "much"}
    for extra, status in (({}, 409), (HTMX, 200)):
        response = client.post(path, told, **extra)  # type: ignore[arg-type]
        assert response.status_code == status
        assert "Second visit" in response.content.decode()
        assert "is no number" in response.content.decode()
    assert not told_by(mail).exists()
    told |= {"value_list": "240", "after_complaint": "on"}
    assert client.post(path, told).status_code == 302
    made = told_by(mail).get()
    assert (made.kind, made.what, made.value_list) == ("favour", "Second visit", 2_400_000)
    assert made.after_complaint
    text = page(client)
    assert "What was noted" in text
    assert "Nothing to ask." in text


def test_no_is_the_end_of_it(cast: Cast, mail: m.Question, seen_by: Seen) -> None:
    client = seen_by(cast.ada)
    client.post(f"/questions/given/{mail.pk}/no/")
    assert not told_by(mail).exists()
    again = client.post(f"/questions/given/{mail.pk}/yes/")
    assert again.status_code == 409
    assert "This was answered already." in again.content.decode()


def test_a_line_at_no_price_is_shown_with_what_it_is_worth(cast: Cast, seen_by: Seen) -> None:
    with setting_up():
        product = m.Product.objects.create(number="Z-1", number_key="z-1", name="Drain cock")
        customer = m.Customer.objects.create(name="Aster", name_key="aster", account=cast.account)
        invoice = m.Invoice.objects.create(
            number="Z-77", number_key="z-77", customer=customer, day=DAY, known_day=DAY,
            currency="EUR",
        )  # fmt: skip
        line = m.InvoiceLine.objects.create(
            invoice=invoice, line="1", sort="goods", product=product, quantity=30_000, net=0,
            list_amount=1_200_000, cost=700_000, batch_id=0,
        )  # fmt: skip
    question = asks(FREE_LINE, None, line=line.pk, account=cast.account.pk, product=product.pk)
    text = page(seen_by(cast.mia))
    assert "Z-77" in text
    assert "3 × Drain cock" in text
    assert "€120 by the list" in text
    assert "Drain cock" not in page(seen_by(cast.ben))
    seen_by(cast.mia).post(f"/questions/given/{question.pk}/yes/")
    made = m.Giveaway.objects.get(line_id=line.pk)
    assert (made.what, made.value_list) == ("3 × Drain cock", 1_200_000)
    assert (made.value_cost, made.kind) == (700_000, "sample")


def test_a_page_of_many_takes_no_more_queries_than_a_page_of_one(
    cast: Cast, mail: m.Question, seen_by: Seen
) -> None:
    client, counts = seen_by(cast.ada), []
    for more in (0, 12):
        for _ in range(more):
            asks(GIVEAWAY, cast.ada, **mail.proposal)
        with CaptureQueriesContext(connection) as queries:
            text = page(client)
        counts.append(len(queries))
        assert text.count("data-ask") == 1 + more
    assert counts[0] == counts[1]
