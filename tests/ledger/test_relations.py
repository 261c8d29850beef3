"""What accounts are: said, said again, said of many, taken back; and the stamps that move."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kith.ledger import models as m
from kith.ledger.people.relation_readers import aside_among, in_force, last_act, said_of, words_of
from kith.ledger.people.relation_writers import say, unsay
from kith.ledger.questions.who import WHO_IS_WHO, who_key
from kith.ledger.questions.who_writers import AskingWho, answer_who, ask_who, take_back_who
from kith.ledger.whole.content_hash import content_hash
from kith.terms.errors import BadInput
from kith.terms.words import Relation
from tests.allow import setting_up
from tests.ledger.people import account
from tests.surfaces.cast import Cast

SITTING, TYPED = m.AccountRelation.SITTING, m.AccountRelation.TYPED


@pytest.fixture
def cast(kept_cast: Cast) -> Cast:
    return kept_cast


def stamps() -> dict[tuple[str, int], int]:
    return {(s.shape, s.year): s.version for s in m.Stamp.objects.all()}


@pytest.fixture
def stamped(cast: Cast) -> Cast:
    """As an import would have left the stamps: mails of this year, and an older one of others."""
    for shape, year in (("accounts", 0), ("touches", 2024), ("touches", 2026)):
        m.Stamp.objects.create(shape=shape, year=year, version=1)
    return cast


def word_of(row: m.Account) -> str | None:
    return next((str(said.relation) for said in said_of([row.pk]).values()), None)


def test_a_word_says_who_when_and_why(cast: Cast) -> None:
    assert say([cast.account.pk], "customer", why=TYPED, actor=cast.ada) == [cast.account.pk]
    said = said_of([cast.account.pk])[cast.account.pk]
    assert (said.relation, said.by, said.why) == (Relation.CUSTOMER, "Ada Hart", "typed")
    row = m.Audit.objects.get(verb="say_relation")
    assert (row.actor, row.new) == (
        cast.ada, {"relation": "customer", "accounts": [cast.account.pk]},
    )  # fmt: skip


def test_the_same_word_again_changes_nothing(cast: Cast) -> None:
    say([cast.account.pk], "customer", why=TYPED, actor=cast.ada)
    before = (content_hash(), m.Audit.objects.count(), m.AccountRelation.objects.count())
    assert say([cast.account.pk], "customer", why=SITTING, actor=cast.ben) == []
    assert (content_hash(), m.Audit.objects.count(), m.AccountRelation.objects.count()) == before


def test_a_word_taken_back_gives_way_to_the_one_before(cast: Cast) -> None:
    for relation in ("customer", "noise"):
        say([cast.account.pk], relation, why=TYPED, actor=cast.ada)
    assert word_of(cast.account) == "noise"
    unsay(words_of(cast.account.pk)[:1], actor=cast.ada)
    assert word_of(cast.account) == "customer"
    unsay(words_of(cast.account.pk), actor=cast.ada)
    assert word_of(cast.account) is None


@pytest.mark.parametrize(("relation", "why"), [("friend", TYPED), ("customer", "guessed")])
def test_only_what_an_account_can_be_is_said(cast: Cast, relation: str, why: str) -> None:
    with pytest.raises(BadInput):
        say([cast.account.pk], relation, why=why, actor=cast.ada)


def test_thousands_are_one_act_with_one_audit_row(cast: Cast) -> None:
    with setting_up():
        m.Account.objects.bulk_create(
            m.Account(name=f"N{n}", sort_key=f"n{n}") for n in range(12_000)
        )
    ids = [*m.Account.objects.filter(name__startswith="N").values_list("pk", flat=True), 999_999]
    told = answer_who(ids, "noise", why=SITTING, actor=cast.ada)
    assert len(told) == 12_000
    assert m.Audit.objects.filter(verb="say_relation").count() == 1
    assert len(last_act(cast.ada)) == 12_000
    take_back_who(list(last_act(cast.ada)), actor=cast.ada)
    assert not in_force().exists()


def test_every_word_moves_accounts_and_only_private_or_noise_moves_touches(stamped: Cast) -> None:
    ids = [stamped.account.pk]
    say(ids, "customer", why=TYPED, actor=stamped.ada)
    assert stamps() == {("accounts", 0): 2, ("touches", 2024): 1, ("touches", 2026): 1}
    say(ids, "private", why=TYPED, actor=stamped.ada)
    assert stamps() == {("accounts", 0): 3, ("touches", 2024): 1, ("touches", 2026): 2}
    say(ids, "noise", why=TYPED, actor=stamped.ada)  # counted nowhere before and after
    assert stamps()["touches", 2026] == 2
    unsay(words_of(ids[0]), actor=stamped.ada)
    assert stamps() == {("accounts", 0): 5, ("touches", 2024): 1, ("touches", 2026): 3}


def test_at_new_year_a_touch_may_stand_in_its_colleagues_year(stamped: Cast) -> None:
    with setting_up():
        m.Stamp.objects.create(shape="touches", year=2025, version=1)
        row = m.Participant.objects.filter(account=stamped.account).first()
        assert row is not None
        m.Participant.objects.filter(pk=row.pk).update(day=date(2026, 1, 1))
    say([stamped.account.pk], "noise", why=TYPED, actor=stamped.ada)
    assert (stamps()["touches", 2025], stamps()["touches", 2024]) == (2, 1)


def test_an_answer_closes_the_question_and_opens_it_again(cast: Cast) -> None:
    ask_who([AskingWho(cast.account.pk, "customer", "they_order", cast.ada.pk)], actor=None)
    answer_who([cast.account.pk], "supplier", why=SITTING, actor=cast.ada)
    question = m.Question.objects.get(key=who_key(cast.account.pk))
    assert (question.kind, question.answer, question.answered_by) == (
        WHO_IS_WHO, "supplier", cast.ada,
    )  # fmt: skip
    again = [AskingWho(cast.account.pk, "customer", "they_order", cast.ben.pk)]
    assert ask_who(again, actor=None) == 0
    take_back_who(list(last_act(cast.ada)), actor=cast.ada)
    question.refresh_from_db()
    assert (question.answer, question.answered_by) == ("", None)


class WordsInAnyOrder(TestCase):
    """However words are said and taken back, what is in force is the newest that stands."""

    @settings(max_examples=25)
    @given(
        st.lists(
            st.tuples(st.integers(0, 2), st.sampled_from([*Relation, None])), min_size=1, max_size=8
        )
    )
    def test_the_newest_that_stands_is_in_force(
        self, acts: list[tuple[int, Relation | None]]
    ) -> None:
        rows = [account(f"A{n}") for n in range(3)]
        stacks: list[list[str]] = [[], [], []]
        for place, relation in acts:
            stack = stacks[place]
            if relation is None:
                unsay(words_of(rows[place].pk)[:1], actor=None)
                del stack[-1:]
            else:
                say([rows[place].pk], relation, why=TYPED, actor=None)
                if not stack or stack[-1] != relation:
                    stack.append(str(relation))
        wanted = {row.pk: stack[-1] for row, stack in zip(rows, stacks, strict=True) if stack}
        assert {pk: str(said.relation) for pk, said in said_of([r.pk for r in rows]).items()} == (
            wanted
        )
        assert aside_among([row.pk for row in rows]) == {
            pk for pk, word in wanted.items() if word in ("private", "noise")
        }
