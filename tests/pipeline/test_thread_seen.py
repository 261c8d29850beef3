"""Threads as their readers see them: in order, who began and answered, and what is open."""

from datetime import date, timedelta
from random import Random

import ibis
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.ledger.activities.models import Activity, ActivityText
from kith.ledger.activities.thread_seen import SHOWN, open_words, thread_of
from kith.ledger.rights.models import User
from kith.signals import threads_open
from kith.terms.errors import NotVisible
from kith.terms.words import Level
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import BEN, BringIn
from tests.pipeline.facts import mirrored, table

pytestmark = pytest.mark.django_db

CLEO, DORA = "cleo@client.example", "dora@dealer.example"
LATER = date(2026, 1, 1)


def theirs(n: int, day: int, **other: object) -> Letter:
    return Letter(f"m{n}", sent=NOON + timedelta(days=day), **other)  # type: ignore[arg-type]


def ours(n: int, day: int, to: str = CLEO, **other: object) -> Letter:
    return theirs(n, day, sender="Ann <ann@firm.example>", to=(to,), **other)


def doras(n: int, day: int, **other: object) -> Letter:
    return theirs(n, day, sender=f"Dora <{DORA}>", **other)


def to_dora(n: int, day: int, **other: object) -> Letter:
    return ours(n, day, to=DORA, refers=(f"m{n - 1}",), **other)


def at(letter: Letter) -> int:
    return Activity.objects.get(happened_at=letter.sent).pk


def test_a_thread_is_in_order_and_says_who_began_and_who_answered(
    firm: User, bring_in: BringIn
) -> None:
    letters = [theirs(1, 0, text="Which seal fits?"), theirs(2, 1), ours(3, 2), theirs(4, 3)]
    bring_in(*reversed(letters), theirs(9, 9, subject="Another thing"))
    found = thread_of(firm, at(letters[2]))
    assert [row.id for row in found.rows] == [at(letter) for letter in letters]
    assert found.started.id == at(letters[0])
    assert found.answered
    assert found.answered.id == at(letters[2])
    assert found.open == frozenset()


def test_the_last_question_without_an_answer_is_open(firm: User, bring_in: BringIn) -> None:
    bring_in(ours(1, 0), theirs(2, 1, text="Which seal fits?"))
    [asking] = thread_of(firm, Activity.objects.order_by("id")[0].pk).open
    assert ActivityText.objects.get(pk=asking).text.strip() == "Which seal fits?"


@pytest.mark.parametrize(
    "after",
    [
        ours(3, 2),
        ours(3, 2, subject="By the way"),
        theirs(3, 2, text="Never mind."),
    ],
    ids=["answered", "answered elsewhere", "said otherwise"],
)
def test_what_is_answered_or_taken_back_is_not_open(
    after: Letter, firm: User, bring_in: BringIn
) -> None:
    asking = theirs(2, 1, text="Which seal fits?")
    bring_in(ours(1, 0), asking, after)
    assert thread_of(firm, at(asking)).open == frozenset()


def test_a_machines_answer_answers_nothing(firm: User, bring_in: BringIn) -> None:
    first = ours(1, 0)
    bring_in(first, theirs(2, 1, headers={"Auto-Submitted": "auto-replied"}))
    assert thread_of(firm, at(first)).answered is None


def test_others_do_not_see_what_is_not_shared_nor_what_waits(firm: User, bring_in: BringIn) -> None:
    asking = theirs(1, 0, to=(BEN,), text="Which seal fits?")
    hidden = theirs(2, -1, to=(BEN,))
    bring_in(asking, mailbox=BEN, share=Level.METADATA)
    bring_in(hidden, mailbox=BEN)
    ben = User.objects.get(email=BEN)
    assert thread_of(ben, at(asking)).open == {at(asking)}
    seen = thread_of(firm, at(asking))
    assert seen.open == frozenset()
    assert seen.rows[0].subject is None


def test_a_mail_that_is_not_visible_has_no_thread(firm: User, bring_in: BringIn) -> None:
    private = theirs(1, 0, sender="Pat <pat@gmail.com>", to=(BEN,))
    bring_in(private, mailbox=BEN)
    with pytest.raises(NotVisible):
        thread_of(firm, at(private))


def test_the_number_of_queries_does_not_grow_with_the_thread(firm: User, bring_in: BringIn) -> None:
    counts = []
    for size, subject in ((3, "Few"), (SHOWN * 2, "Many")):
        letters = [
            theirs(size * 1000 + n, n, subject=subject, text="Which seal fits?")
            for n in range(size)
        ]
        bring_in(*letters)
        one = Activity.objects.filter(subject=subject).order_by("happened_at")[size // 2]
        with CaptureQueriesContext(connection) as queries:
            found = thread_of(firm, one.pk)
        assert one.pk in [row.id for row in found.rows]
        assert len(found.rows) == min(size, SHOWN)
        assert found.earlier + len(found.rows) + found.later == size
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", range(4))
def test_what_is_open_is_what_the_signal_says(seed: int, firm: User, bring_in: BringIn) -> None:
    random = Random(seed)
    texts = ("Which seal fits?", "It fits.")
    letters = [
        random.choice((theirs, ours, doras, to_dora))(
            n,
            n,
            text=f"{random.choice(texts)} {n}",
            subject=random.choice(("Seals", "Pumps", "Valves")),
        )
        for n in range(25)
    ]
    bring_in(*letters)
    mirrored()
    facts = {"touches": ibis.memtable(table("touches"))}
    signal = threads_open.signal(facts, as_of=LATER)
    rows = signal.filter(signal.asks, ~signal.answered_elsewhere).to_pyarrow().to_pylist()
    threads = set(Activity.objects.values_list("thread_id", flat=True)) - {None}
    ours_to_answer = {pk for thread_id in threads for pk in open_words([thread_id or 0])}
    assert {row["last_activity_id"] for row in rows} == ours_to_answer
    assert table("touches").num_rows == len(letters)
