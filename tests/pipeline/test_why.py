"""Every mail of a source is accounted for: here, counted or not and why, or left out and why."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection

from kith.ledger.activities.models import Activity
from kith.ledger.imports.models import Batch, LeftOut
from kith.ledger.rights.block_writers import block, unblock
from kith.ledger.rights.models import Block, Mailbox, User
from kith.ledger.rights.writers import invite, open_mailbox
from kith.ledger.whole.why import OfAddress, OfDay, OfMessage, Reason
from kith.ledger.whole.why_readers import why
from kith.pipeline.ingest import import_mail
from kith.pipeline.undo import undo
from kith.terms.errors import BadInput, Refused
from kith.terms.words import Level, Role
from tests.ledger.letters import Letter, folder
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db

MANY = tuple(f"guest{i}@client{i}.example" for i in range(11))
LETTERS: dict[str, tuple[Letter, Reason | str]] = {
    "plain": (Letter("plain"), Reason.COUNTED),
    "sent": (Letter("sent", sender=ANN, to=("cleo@client.example",)), Reason.COUNTED),
    "undated": (Letter("undated", sent=None), Reason.UNDATED),
    "future": (Letter("future", headers={"Date": "Fri, 1 Jan 2083 10:00:00 +0000"}), "undated"),
    "list": (Letter("list", headers={"List-Id": "<news.client.example>"}), Reason.LIST),
    "mass": (Letter("mass", sender=ANN, to=MANY), Reason.MASS),
    "internal": (Letter("internal", sender=BEN), Reason.INTERNAL),
    "private": (Letter("private", sender="Mo <mo@gmail.com>"), Reason.PRIVATE),
    "blocked": (Letter("blocked", sender="x@mail.secret.example"), LeftOut.BLOCKED),
    "label": (Letter("label", headers={"X-Gmail-Labels": "Inbox,Family/Kids"}), LeftOut.BLOCKED),
}


def written(letter: Letter) -> Letter:
    """With a subject of its own: two mails of one content are one."""
    return replace(letter, subject=letter.id)


def asked(letter: Letter) -> str:
    return f"<{letter.id}@post.example>"


@pytest.fixture
def source(firm: User, tmp_path: Path) -> Path:
    """All of them, one twice under its Message-ID, and a file that is no mail."""
    block(Block.DOMAIN, "Secret.Example", None, actor=firm)
    block(Block.LABEL, "family", None, actor=firm)
    path = folder(tmp_path / "all", (written(letter) for letter, _ in LETTERS.values()))
    (path / "again.eml").write_bytes(written(LETTERS["plain"][0]).data())
    (path / "nothing.eml").write_bytes(b"\0\1\2")
    return path


def test_read_is_what_counts_and_what_does_not_and_what_is_left_out(source: Path) -> None:
    batch = import_mail(source, mailbox=ANN)
    for name, (letter, expected) in LETTERS.items():
        answer = why(asked(letter), user=None)
        assert isinstance(answer, OfMessage), name
        if answer.kept:
            assert (name, answer.kept.reason) == (name, expected)
            assert [one.mailbox for one in answer.kept.brought] == [ANN]
        else:
            assert (name, [out.code for out in answer.outside]) == (name, [expected])
    reasons = reasons_of_all()
    assert batch.left_out == {"blocked": 2, "refused": 1}
    assert batch.read == sum(reasons.values()) + batch.seen + sum(batch.left_out.values())
    assert (batch.kept, batch.refused) == (sum(reasons.values()), 1)


def reasons_of_all() -> Counter[Reason]:
    """By every day, the undated apart."""
    found: Counter[Reason] = Counter()
    days = Activity.objects.exclude(known_day=None).values_list("known_day", flat=True).distinct()
    for day in days:
        answer = why(f"{day}", user=None)
        assert isinstance(answer, OfDay)
        for reasons in answer.mailboxes.values():
            found.update(reasons)
    found[Reason.UNDATED] += Activity.objects.filter(known_day=None).count()
    return found


def test_what_counts_is_what_signals_are_made_of(source: Path) -> None:
    import_mail(source, mailbox=ANN)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT activity_id FROM fact_touches WHERE NOT is_mass AND NOT is_automatic"
        )
        touching = {pk for (pk,) in cursor.fetchall()}
    counted = set()
    for letter, _ in LETTERS.values():
        answer = why(asked(letter), user=None)
        kept = answer.kept if isinstance(answer, OfMessage) else None
        if kept and kept.reason is Reason.COUNTED:
            counted.add(kept.activity_id)
    assert counted == touching
    assert len(counted) == 2


def test_an_address_answers_with_counts_and_days(firm: User, bring_in: BringIn) -> None:
    later = datetime(2025, 6, 1, 12, tzinfo=UTC)
    bring_in(
        Letter("a"),
        Letter("b", sent=later),
        Letter("c", subject="News", headers={"List-Id": "<x.y>"}),
    )
    answer = why("Cleo@Client.example", user=None)
    assert isinstance(answer, OfAddress)
    assert answer.reasons == {Reason.COUNTED: 2, Reason.LIST: 1}
    assert (answer.first_day, answer.last_day) == (date(2025, 3, 4), date(2025, 6, 1))


def test_a_blocked_address_is_counted_and_named_nowhere(source: Path) -> None:
    import_mail(source, mailbox=ANN)
    answer = why("x@mail.secret.example", user=None)
    assert isinstance(answer, OfAddress)
    assert not answer.met
    assert [(code, count) for _, _, code, count in answer.outside] == [("blocked", 1)]
    stored = [*LeftOut.objects.values_list("position", "reason")]
    assert not any("x@" in text for row in stored for text in row)


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_says_so(firm: User, bring_in: BringIn) -> None:
    undo(bring_in(Letter("a")).pk, actor=firm)
    answer = why("a@post.example", user=firm)
    assert isinstance(answer, OfMessage)
    assert answer.kept is None
    assert [out.code for out in answer.outside] == ["undone"]


def test_a_mail_that_others_answer_is_known_of(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("b", refers=("a",)))
    answer = why("a@post.example", user=None)
    assert isinstance(answer, OfMessage)
    assert answer.mentioned
    readers = why("a@post.example", user=firm)
    assert isinstance(readers, OfAddress)
    assert not readers.is_known


@pytest.fixture
def ben(firm: User) -> User:
    return invite(BEN, "Ben Bell", Role.REPRESENTATIVE, actor=None)


def test_a_reader_is_told_of_nothing_that_is_anothers_alone(
    firm: User, ben: User, bring_in: BringIn
) -> None:
    block(Block.DOMAIN, "secret.example", None, actor=firm)
    bring_in(
        Letter("private", sender="Mo <mo@gmail.com>"),
        Letter("hidden", sender="x@secret.example"),
        Letter("open"),
        share=Level.METADATA,
    )
    for question in (
        "private@post.example",
        "hidden@post.example",
        "mo@gmail.com",
        "x@secret.example",
    ):
        answer = why(question, user=ben)
        assert not isinstance(answer, OfDay)
        assert not answer.is_known, question
        assert not isinstance(owns := why(question, user=firm), OfDay)
        assert owns.is_known, question
    seen = why("open@post.example", user=ben)
    assert isinstance(seen, OfMessage)
    assert seen.kept is not None
    assert (seen.kept.subject, seen.kept.brought) == (None, ())
    own = why("open@post.example", user=firm)
    assert isinstance(own, OfMessage)
    assert own.kept is not None
    assert own.kept.subject == "Seals for the P-40"
    day = why("2025-03-04", user=ben)
    assert isinstance(day, OfDay)
    assert (day.mailboxes, day.outside) == ({}, {})


def test_the_operator_reads_no_subject(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a"), share=Level.FULL)
    answer = why("a@post.example", user=None)
    assert isinstance(answer, OfMessage)
    assert answer.kept is not None
    assert answer.kept.subject is None


@pytest.mark.parametrize("question", ["", "  ", "<>", "2025-13-01"])
def test_what_is_no_question_is_refused_with_a_cure(question: str, firm: User) -> None:
    with pytest.raises(BadInput) as found:
        why(question, user=None)
    assert found.value.cure


@pytest.fixture
def boxes(firm: User, ben: User) -> tuple[Mailbox, Mailbox]:
    return (
        open_mailbox(firm, ANN, actor=firm, keep=None, share=None),
        open_mailbox(ben, BEN, actor=ben, keep=None, share=None),
    )


def test_a_mailboxs_block_holds_for_it_alone(
    firm: User, boxes: tuple[Mailbox, Mailbox], bring_in: BringIn
) -> None:
    block(Block.DOMAIN, "@client.example", boxes[0], actor=firm)
    mine, bens = bring_in(Letter("a")), bring_in(Letter("a"), mailbox=BEN)
    assert (mine.kept, mine.left_out, bens.kept) == (0, {"blocked": 1}, 1)


def test_what_is_unblocked_comes_in_with_the_next_import(firm: User, bring_in: BringIn) -> None:
    found = block(Block.DOMAIN, "client.example", None, actor=firm)
    assert bring_in(Letter("a")).kept == 0
    unblock(found, actor=firm)
    assert bring_in(Letter("a")).kept == 1
    answer = why("a@post.example", user=firm)
    assert isinstance(answer, OfMessage)
    assert answer.kept is not None
    assert [out.code for out in answer.outside] == ["blocked"]


def test_a_folder_is_blocked_by_its_name(firm: User, tmp_path: Path) -> None:
    block(Block.LABEL, "Private", None, actor=firm)
    folder(tmp_path / "mail" / "private", [Letter("a")])
    folder(tmp_path / "mail" / "inbox", [Letter("b")])
    batch = import_mail(tmp_path / "mail", mailbox=ANN)
    assert (batch.kept, batch.left_out) == (1, {"blocked": 1})


def test_mail_among_ourselves_is_blocked_by_no_domain(firm: User, bring_in: BringIn) -> None:
    with pytest.raises(BadInput):
        block(Block.DOMAIN, "firm.example", None, actor=firm)
    block(Block.DOMAIN, "berlin.firm.example", None, actor=firm)
    assert bring_in(Letter("a", sender="ben@berlin.firm.example")).kept == 1


def test_each_blocks_only_what_is_theirs(
    firm: User, ben: User, boxes: tuple[Mailbox, Mailbox]
) -> None:
    for mailbox in (None, boxes[0]):
        with pytest.raises(Refused):
            block(Block.LABEL, "x", mailbox, actor=ben)
    theirs = block(Block.LABEL, "x", boxes[1], actor=ben)
    with pytest.raises(Refused):
        unblock(theirs, actor=firm)
    assert block(Block.LABEL, " X ", boxes[1], actor=ben) == theirs


@pytest.mark.parametrize("value", ["", "nodot", "two words.example", "a,b.example", "x" * 260])
def test_what_is_no_domain_is_refused(value: str, firm: User) -> None:
    with pytest.raises(BadInput):
        block(Block.DOMAIN, value, None, actor=firm)
    assert not Block.objects.exists()
    assert not Batch.objects.exists()
