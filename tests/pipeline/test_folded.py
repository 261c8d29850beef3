"""Timelines with threads folded: each thread once, where its newest mail stands."""

from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.ledger.activities import folded_readers
from kith.ledger.activities.folded_readers import Folded, Place, account_threads, contact_threads
from kith.ledger.activities.thread_seen import open_asks
from kith.ledger.rights.models import User
from kith.terms.words import Level
from tests.allow import setting_up
from tests.ledger.letters import NOON
from tests.pipeline.conftest import BEN, BringIn
from tests.pipeline.test_thread_seen import at, doras, ours, theirs, to_dora

pytestmark = pytest.mark.django_db


def client() -> int:
    return m.AccountDomain.objects.get(domain="client.example").account_id


def cleos() -> list[int]:
    return [m.Address.objects.get(address="cleo@client.example").pk]


def all_of(user: User, limit: int) -> list[Folded]:
    rows: list[Folded] = []
    before: Place | None = None
    while True:
        page = account_threads(user, client(), before=before, limit=limit)
        rows += page.rows
        if page.after is None:
            return rows
        before = page.after


def test_a_thread_is_one_row_that_says_how_many_since_when_and_who(
    firm: User, bring_in: BringIn
) -> None:
    letters = [theirs(1, 0, text="Which seal fits?"), ours(2, 2), theirs(3, 5)]
    alone = theirs(9, 3, subject="Another thing")
    bring_in(*letters, alone)
    thread, single = account_threads(firm, client()).rows
    assert (thread.newest.id, thread.mails) == (at(letters[2]), 3)
    assert thread.since == letters[0].sent.date()  # type: ignore[union-attr]
    assert {person.address for person in thread.senders} == {
        "cleo@client.example",
        "ann@firm.example",
    }
    assert (single.newest.id, single.mails, single.since) == (at(alone), 1, single.newest.day)


@pytest.mark.parametrize("seed", range(3))
def test_in_stretches_of_any_length_each_thread_stands_once(
    seed: int, firm: User, bring_in: BringIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(seed)
    bring_in(
        *(
            random.choice((theirs, ours, doras, to_dora))(
                n,
                n // 2,
                text=f"So {n}",
                subject=random.choice(("Seals", "Pumps", "Valves", "Oil")),
            )
            for n in range(30)
        )
    )
    whole = [row.newest.id for row in all_of(firm, 100)]
    theirs_all = set(
        m.Participant.objects.filter(account_id=client()).values_list(
            "activity__thread_id", flat=True
        )
    )
    assert len(whole) == len(set(whole)) == len(theirs_all)
    for limit in (1, 2, 3):
        assert [row.newest.id for row in all_of(firm, limit)] == whole
    monkeypatch.setattr(folded_readers, "LOOKED_AT", 4)
    assert [row.newest.id for row in all_of(firm, 2)] == whole


def test_what_is_not_shared_moves_no_thread_and_is_not_counted(
    firm: User, bring_in: BringIn
) -> None:
    shown, hidden = theirs(1, 0), theirs(2, 4, to=(BEN,))
    bring_in(shown, hidden)
    with setting_up():
        m.Activity.objects.filter(pk=at(shown)).update(open_level=Level.METADATA)
        m.Activity.objects.filter(pk=at(hidden)).update(open_level=Level.NOTHING)
        other = m.User.objects.create(email="eva@firm.example", invited_at=NOON)
    [row] = account_threads(other, client()).rows
    assert (row.newest.id, row.mails) == (at(shown), 1)
    assert not row.waits


def test_a_question_of_the_readers_own_waits(firm: User, bring_in: BringIn) -> None:
    asking = theirs(1, 0, text="Which seal fits?")
    bring_in(asking)
    [row] = account_threads(firm, client()).rows
    assert row.waits
    assert [mail.id for mail in open_asks(firm, cleos())] == [at(asking)]
    bring_in(ours(2, 1))
    [row] = account_threads(firm, client()).rows
    assert not row.waits
    assert open_asks(firm, cleos()) == []


def test_a_persons_timeline_holds_their_threads_alone(firm: User, bring_in: BringIn) -> None:
    bring_in(theirs(1, 0), ours(2, 1), doras(3, 2, subject="Other"), to_dora(4, 3, subject="Other"))
    [row] = contact_threads(firm, cleos()).rows
    assert row.mails == 2
    assert contact_threads(firm, cleos(), kinds=["call"]).rows == ()


def test_a_long_record_takes_no_more_queries(firm: User, bring_in: BringIn) -> None:
    counts = []
    for size in (5, 40):
        bring_in(*(theirs(n, n, subject=f"Thing {n % 9}", text=f"{n}?") for n in range(size)))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            account_threads(firm, client(), limit=4)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 11
