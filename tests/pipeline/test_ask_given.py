"""What a refresh asks about giveaways: of which mails and lines, of whom; what comes of it."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from kith.facts.engine import open_engine, tables
from kith.ledger import models as m
from kith.ledger.imports.writers import restamp
from kith.ledger.people.relation_writers import say
from kith.ledger.questions.given import FREE_LINE, GIVEAWAY, KINDS, waiting_given
from kith.ledger.questions.given_writers import (
    ask_given,
    confirm,
    decline,
    take_back_given,
)
from kith.ledger.rights.models import User
from kith.ledger.trade.giveaway_writers import give
from kith.pipeline.ask_given import to_ask_given
from kith.pipeline.erase import erase
from kith.pipeline.extract import extract
from kith.pipeline.given_words import names
from kith.pipeline.refresh import refresh
from kith.pipeline.undo import undo
from kith.terms.errors import Refused
from kith.terms.trade_words import GiveawayKind
from tests.allow import setting_up
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = datetime.now(UTC)
SAYS = "Dear Cleo,\n\nit rains here. We will do the repair of the P-40 free of charge.\n\nAnn"
Sell = Callable[..., m.InvoiceLine]


def ago(days: int) -> datetime:
    """By day in both zones: late in the evening the firm's day is the next one already."""
    return (TODAY - timedelta(days=days)).replace(hour=10)


def gift(days: int = 40, text: str = SAYS, **other: object) -> Letter:
    told = {"id": f"g{days}", "sender": f"Ann <{ANN}>", "to": ("cleo@client.example",)} | other
    return Letter(**told, sent=ago(days), text=text)  # type: ignore[arg-type]


def asked() -> list[m.Question]:
    return list(m.Question.objects.filter(kind__in=KINDS).order_by("id"))


def client() -> m.Account:
    return m.Account.objects.get(name="Client")


@pytest.fixture
def sell(firm: User) -> Sell:
    """An invoice to the client with one line, some days ago; at no price where none is named."""
    made = iter(range(1_000))

    def sold(
        days: int, what: str, net: int = 0, seller: m.Colleague | None = None, **other: int
    ) -> m.InvoiceLine:
        number = f"R-{next(made)}"
        with setting_up():
            customer, _ = m.Customer.objects.get_or_create(
                number_key="1", defaults={"name": "Client", "name_key": "", "account": client()}
            )
            product, _ = m.Product.objects.get_or_create(
                number_key=what, defaults={"number": what, "name": what}
            )
            day = ago(days).date()
            invoice = m.Invoice.objects.create(
                number=number, number_key=number, customer=customer, day=day, known_day=day,
                currency="EUR", salesperson=seller,
            )  # fmt: skip
            line = m.InvoiceLine.objects.create(
                invoice=invoice, line="1", sort="goods", product=product, quantity=20_000, net=net,
                batch_id=0, list_amount=500_000, **other,
            )  # fmt: skip
        restamp([("lines", day.year)], actor=None)
        return line

    return sold


def ask_again() -> list[m.Question]:
    """As a refresh does, without its signals."""
    extract()
    with open_engine("duckdb") as backend:
        asking = to_ask_given(tables(backend, settings.KITH_FACTS), TODAY.date())
    ask_given(*asking, actor=None)
    return asked()


def test_a_mail_that_gives_is_asked_of_who_wrote_it_once(firm: User, bring_in: BringIn) -> None:
    bring_in(gift(), Letter("x", text="Could you do it free of charge for us?"))
    for _ in range(2):
        [question] = ask_again()
    told = question.proposal
    assert (question.kind, question.put_to, told["kind"]) == (GIVEAWAY, firm, "work")
    assert told["account"] == client().pk
    assert told["contact"] == m.Contact.objects.get().pk
    text = m.ActivityText.objects.get(pk=told["activity"]).text
    start, end = told["sentence"]
    assert text[start:end] == "We will do the repair of the P-40 free of charge."
    assert "repair" not in str(told)
    assert list(waiting_given(firm)) == [question]
    with setting_up():
        other = User.objects.create(
            email=BEN, name="Ben", role="manager", invited_at=timezone.now()
        )
    assert not waiting_given(other).exists()


def test_a_refresh_asks_and_one_of_a_past_day_does_not(firm: User, bring_in: BringIn) -> None:
    bring_in(gift())
    refresh(as_of=ago(2).date())
    assert not asked()
    refresh()
    assert len(asked()) == 1


def test_a_confirmed_one_is_written_down_without_the_sentence_and_taken_back_exactly(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(gift())
    [question] = ask_again()
    confirm(question, kind="work", what="Repair", value_list=900_000, actor=firm)
    made = m.Giveaway.objects.get()
    assert (made.account, made.kind, made.what) == (client(), "work", "Repair")
    assert (made.value_list, made.currency, made.day) == (900_000, "EUR", ago(40).date())
    assert made.activity_id == question.proposal["activity"]
    assert made.agreed_by == m.Colleague.objects.get(user=firm)
    assert made.contact == m.Contact.objects.get()
    assert not waiting_given(firm).exists()
    with pytest.raises(Refused):
        decline(question, actor=firm)
    take_back_given(question, actor=firm)
    made.refresh_from_db()
    assert made.withdrawn_by == firm
    assert list(waiting_given(firm)) == [question]
    with pytest.raises(Refused):
        take_back_given(question, actor=firm)


def test_what_was_denied_is_not_asked_again_though_the_mail_comes_anew(
    firm: User, bring_in: BringIn
) -> None:
    batch = bring_in(gift())
    [question] = ask_again()
    decline(question, actor=firm)
    undo(batch.pk, actor=firm)
    bring_in(gift())
    assert [one.answer for one in ask_again()] == ["no"]


def test_undo_forgets_what_waits(firm: User, bring_in: BringIn) -> None:
    batch = bring_in(gift())
    ask_again()
    undo(batch.pk, actor=firm)
    assert not asked()


def test_erasing_a_person_forgets_what_waits_and_who_was_given_something(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(gift(), gift(50, to=("dora@client.example",)), gift(60, text="Cleo is well."))
    questions = ask_again()
    assert len(questions) == 2
    to_cleo = next(one for one in questions if one.proposal["day"] == str(ago(40).date()))
    confirm(to_cleo, kind="work", what="Repair", actor=firm)
    erase("cleo@client.example", actor=firm)
    made = m.Giveaway.objects.get()
    assert (made.contact, made.account) == (None, client())
    assert [one.proposal["day"] for one in asked() if not one.answer] == [str(ago(50).date())]


def test_without_invoices_nothing_is_waited_for(firm: User, bring_in: BringIn) -> None:
    bring_in(gift(2))
    assert len(ask_again()) == 1


def test_with_invoices_thirty_days_pass_first(firm: User, bring_in: BringIn, sell: Sell) -> None:
    bring_in(gift(10))
    sell(90, "Rotor", net=100)
    assert not ask_again()


@pytest.mark.parametrize(("what", "questions"), [("P-40", 0), ("Repair work", 0), ("Rotor", 1)])
def test_what_was_charged_for_within_thirty_days_was_no_gift(
    what: str, questions: int, firm: User, bring_in: BringIn, sell: Sell
) -> None:
    bring_in(gift(40))
    sell(25, what, net=1_000_000)
    assert len(ask_again()) == questions


def test_what_is_charged_for_later_does_not_speak_of_it(
    firm: User, bring_in: BringIn, sell: Sell
) -> None:
    bring_in(gift(40))
    sell(5, "P-40", net=1_000_000)
    assert len(ask_again()) == 1


def test_what_was_written_down_round_that_day_is_not_asked(firm: User, bring_in: BringIn) -> None:
    bring_in(gift(40), gift(120))
    known = {"value_list": None, "value_cost": None, "currency": "EUR", "actor": firm}
    give(client(), kind="work", what="Repair", day=ago(30).date(), **known)  # type: ignore[arg-type]
    assert [one.proposal["day"] for one in ask_again()] == [str(ago(120).date())]


def test_a_thread_is_asked_about_once(firm: User, bring_in: BringIn) -> None:
    more = SAYS.replace("We will", "As I said, we will")
    bring_in(gift(44), gift(40, text=more, refers=("g44",)))
    assert len(ask_again()) == 1
    assert len(ask_again()) == 1


def test_gifts_to_suppliers_and_of_long_ago_are_not_asked_about(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(gift(40), gift(500, to=("dora@dealer.example",)))
    say([client().pk], "supplier", why="typed", actor=firm)
    assert not ask_again()


def test_an_account_that_is_private_asks_nothing_any_more(firm: User, bring_in: BringIn) -> None:
    bring_in(gift(40))
    ask_again()
    say([client().pk], "private", why="typed", actor=firm)
    assert not waiting_given(firm).exists()


def colleague(name: str) -> m.Colleague:
    with setting_up():
        user = User.objects.create(
            email=f"{name}@firm.example", name=name, role="representative",
            invited_at=timezone.now(),
        )  # fmt: skip
        return m.Colleague.objects.create(name=name, sort_key=name, match_key=name, user=user)


def test_a_line_at_no_price_is_asked_of_who_sold_it(
    firm: User, bring_in: BringIn, sell: Sell
) -> None:
    bring_in(Letter("x"))
    seller = colleague("sam")
    line = sell(20, "Seal", seller=seller, cost=300_000)
    sell(21, "Rotor", net=70)
    for _ in range(2):
        [question] = ask_again()
    assert (question.kind, question.put_to) == (FREE_LINE, seller.user)
    assert seller.user
    confirm(question, kind="sample", what="Seal", actor=seller.user)
    made = m.Giveaway.objects.get()
    assert (made.line_id, made.value_list, made.value_cost) == (line.pk, 500_000, 300_000)
    assert (made.agreed_by, made.day) == (seller, ago(20).date())


def test_else_of_the_accounts_owner_else_of_the_managers(
    firm: User, bring_in: BringIn, sell: Sell
) -> None:
    bring_in(Letter("x"))
    sell(20, "Seal")
    [question] = ask_again()
    assert question.put_to is None
    assert list(waiting_given(firm)) == [question]
    other = colleague("sam").user
    assert other
    assert not waiting_given(other).exists()
    with setting_up():
        m.Account.objects.update(owner=other)
    sell(19, "Rotor")
    assert [one.put_to for one in ask_again()] == [None, other]


def test_what_was_no_gift_is_not_asked_again_for_that_product_there(
    firm: User, bring_in: BringIn, sell: Sell
) -> None:
    bring_in(Letter("x"))
    sell(20, "Key")
    [question] = ask_again()
    decline(question, actor=firm)
    sell(10, "Key")
    sell(9, "Seal")
    assert [one.answer for one in ask_again()] == ["no", ""]


def test_returns_credits_and_charges_are_no_gifts(
    firm: User, bring_in: BringIn, sell: Sell
) -> None:
    bring_in(Letter("x"))
    lines: Sequence[m.InvoiceLine] = [sell(20, "Seal"), sell(20, "Key"), sell(20, "Rotor")]
    with setting_up():
        m.InvoiceLine.objects.filter(pk=lines[0].pk).update(sort="charge")
        m.InvoiceLine.objects.filter(pk=lines[1].pk).update(quantity=-10_000)
        m.Invoice.objects.filter(pk=lines[2].invoice_id).update(is_credit=True)
    assert not ask_again()


def test_a_word_of_the_name_or_the_number_names_a_thing() -> None:
    assert names("Two seals are on us.", ("Seal 40 mm",))
    assert names("The P-40 is on us.", ("P-40",))
    assert names("Die Dichtungen schenken wir Ihnen.", ("DICHTUNG", "4711"))
    assert not names("The visit is on us.", ("Rotor", "4711"))
    assert not names("It is on us.", ("it", "on"))


def test_kinds_are_what_the_ledger_knows(firm: User, bring_in: BringIn) -> None:
    bring_in(gift(3, text="We will cover the freight for you."))
    [question] = ask_again()
    assert question.proposal["kind"] in set(GiveawayKind)
    assert date.fromisoformat(question.proposal["day"]) == ago(3).date()
