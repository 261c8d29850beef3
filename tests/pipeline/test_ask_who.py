"""Whom a refresh asks about, and whom it asks."""

from collections.abc import Sequence
from datetime import timedelta

import ibis
import pytest

from kith.facts.engine import open_engine
from kith.ledger.people.models import Account
from kith.ledger.people.relation_writers import say
from kith.ledger.questions.models import Question
from kith.ledger.questions.who import ONLY_MACHINES, WHO_IS_WHO
from kith.ledger.rights.models import User
from kith.pipeline.ask_who import EACH, to_ask
from kith.pipeline.measure import measures
from kith.pipeline.refresh import refresh
from tests.findings.touches import TODAY, Story
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import BringIn


def asked_of(
    story: Story, relations: Sequence[tuple[int, str | None, str, float]] | None = None
) -> list[tuple[int, str | None, int | None, bool]]:
    """Account, guess, who is asked, whether all at once; in the order in which they are put."""
    with (
        open_engine("duckdb") as backend,
        measures(
            {name: backend.create_table(name, rows) for name, rows in story.tables().items()},
            as_of=TODAY,
            report=lambda _: None,
        ) as measured,
    ):
        more = {}
        if relations is not None:
            names = ("account_id", "guess", "reason", "value")
            more = {
                "relations": ibis.memtable(
                    [dict(zip(names, row, strict=True)) for row in relations]
                )
            }
        rows = to_ask({**measured, **more})
    return [(row.account_id, row.guess, row.put_to_id, row.only_machines) for row in rows]


def test_each_account_is_put_to_who_exchanges_most_with_it_most_contact_first() -> None:
    story = Story()
    for contact, mails in ((1, 3), (2, 9), (3, 5)):
        for ago in range(mails):
            story.mail("in", contact, ago + 1)
    for ago in range(4):
        story.mail("in", 1, ago + 1, colleague=2)
    for ago in range(12):
        story.mail("in", 4, ago + 1, colleague=3)  # has no sign-in: the managers are asked
        story.mail("in", 3, ago + 1, colleague=3)
    assert asked_of(story) == [
        (4, None, None, False), (3, None, 101, False), (2, None, 101, False),
        (1, None, 102, False),
    ]  # fmt: skip


def test_of_two_with_as_much_contact_the_less_sure_guess_comes_first() -> None:
    story = Story()
    for contact in (1, 2):
        for ago in range(6):
            story.mail("in", contact, ago + 1)
    relations = [(1, "customer", "they_order", 0.9), (2, "supplier", "we_order", 0.2)]
    assert [row[:2] for row in asked_of(story, relations)] == [(2, "supplier"), (1, "customer")]


def test_of_one_user_only_so_many_are_asked_about_at_a_time() -> None:
    story = Story()
    for contact in range(1, EACH + 20):
        for ago in range(3 + contact % 3):
            story.mail("in", contact, ago + 1)
    rows = asked_of(story)
    assert len(rows) == EACH
    assert {row[0] % 3 for row in rows[:20]} == {2}


def test_what_only_machines_write_from_is_asked_all_at_once() -> None:
    story = Story()
    for ago in (3, 4, 5):
        story.mail("in", 1, ago)
    story.mail("in", 4, 3)  # too little to be asked about, and no machine
    story.mail("in", 2, 3, is_automatic=True)
    story.mail("in", 3, 3, is_mass=True)
    relations = [
        (2, "noise", "robot_only", 0.9), (3, "noise", "list_only", 0.9),
        (1, "noise", "they_pitch", 0.6), (4, "noise", "robot_only", 0.6),
    ]  # fmt: skip
    assert asked_of(story, relations) == [
        (1, "noise", 101, False), (2, "noise", None, True), (3, "noise", None, True),
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_refresh_asks_once_and_never_about_what_was_said(firm: User, bring_in: BringIn) -> None:
    def day(number: int) -> Letter:
        sent = NOON - timedelta(days=number)
        return Letter(f"c{number}", sent=sent, text=f"Day {number}")

    bring_in(*map(day, range(4)), Letter("d", sender="dora@dealer.example", text="Hello"))
    dealer = Account.objects.get(name="Dealer")
    say([dealer.pk], "supplier", why="typed", actor=firm)
    for _ in range(2):
        refresh()
    (question,) = Question.objects.filter(kind__in=[WHO_IS_WHO, ONLY_MACHINES])
    assert question.proposal == {
        "account": Account.objects.get(name="Client").pk, "guess": None,
    }  # fmt: skip
    assert question.put_to == firm
    refresh(as_of=NOON.date())  # a past day asks nothing
    assert Question.objects.count() == 1
