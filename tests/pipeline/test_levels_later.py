"""Levels changed after mail came in leave the ledger as if it had come in under them."""

from itertools import product

import pytest
from django.db import connection  # noqa: F401 - named by skipif

from kith.ledger.activities.models import Activity, ActivityText
from kith.ledger.imports.models import Batch
from kith.ledger.rights.models import Audit, Mailbox, User
from kith.ledger.rights.readers import unsettled_mailboxes
from kith.ledger.threads.models import ThreadLink
from kith.ledger.whole.content_hash import content_hash
from kith.ledger.whole.level_writers import change_levels, settle_mails
from kith.pipeline.levels import settle_levels
from kith.pipeline.undo import undo
from kith.terms.errors import Refused
from kith.terms.words import Level
from tests.allow import setting_up
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.test_levels import bytes_on_disk, found_by

pytestmark = pytest.mark.django_db(transaction=True)

WHO, SUBJECT, FULL = Level.METADATA, Level.SUBJECT, Level.FULL
LEVELS = [(keep, share) for keep, share in product((WHO, SUBJECT, FULL), repeat=2) if share <= keep]
LETTERS = (
    Letter(
        "a", to=(ANN, BEN), subject="Canarysubject", text="Could you send a quote for canarytext?"
    ),
    Letter("b", subject="Re: Canarysubject", text="And the price?"),  # joined by its subject alone
    Letter("c", sender="jo@gmail.com", subject="Saturday", text="At eight?"),
)


def to(address: str, keep: Level, share: Level) -> None:
    """Changes the levels and lets all mail follow."""
    box = Mailbox.objects.get(address=address)
    change_levels(box, keep=keep, share=share, actor=box.owner)
    settle_levels()
    assert not unsettled_mailboxes()


@pytest.mark.parametrize(("keep", "share"), LEVELS)
@pytest.mark.parametrize("other", [None, (SUBJECT, WHO)])
def test_levels_lowered_later_are_levels_from_the_start(
    keep: Level,
    share: Level,
    other: tuple[Level, Level] | None,
    firm: User,
    bring_in: BringIn,
) -> None:
    if other:
        bring_in(LETTERS[0], mailbox=BEN, keep=other[0], share=other[1])
    first = bring_in(*LETTERS, keep=keep, share=share)
    wanted, found = content_hash(), found_by()
    undo(first.pk)
    to(ANN, FULL, FULL)
    bring_in(*LETTERS)
    assert content_hash() != wanted or (keep, share) == (FULL, FULL)
    to(ANN, keep, share)
    assert (content_hash(), found_by()) == (wanted, found)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="reads the one file SQLite keeps")
def test_what_is_kept_no_longer_is_not_on_the_disk(firm: User, bring_in: BringIn) -> None:
    words = [f"zwiebel{number}quark" for number in range(400)]  # of this test alone
    bring_in(*(Letter(f"w{n}", subject=f"S{word}", text=word) for n, word in enumerate(words)))
    before = bytes_on_disk().lower()
    assert words[7].encode() in before
    to(ANN, WHO, WHO)
    after = bytes_on_disk().lower()
    assert not [word for word in words if word.encode() in after]
    assert not ThreadLink.objects.exists()


def test_a_cut_off_change_goes_on_where_it_was(firm: User, bring_in: BringIn) -> None:
    bring_in(*(Letter(f"m{n}", subject=f"Seals {n}", text="Well?") for n in range(25)))
    box = Mailbox.objects.get()
    change_levels(box, keep=SUBJECT, share=SUBJECT, actor=firm)
    assert settle_mails(box, 10, actor=None) == 10  # and the worker dies
    assert (ActivityText.objects.count(), Activity.objects.filter(open_level=SUBJECT).count()) == (
        15,
        10,
    )
    (waiting,) = unsettled_mailboxes()
    assert waiting.settled_until == sorted(Activity.objects.values_list("id", flat=True))[9]
    settle_levels()
    assert not unsettled_mailboxes()
    assert ActivityText.objects.count() == 0
    assert set(Activity.objects.values_list("open_level", flat=True)) == {SUBJECT}


def test_a_change_during_a_change_begins_anew(firm: User, bring_in: BringIn) -> None:
    bring_in(*(Letter(f"m{n}", subject=f"Seals {n}") for n in range(12)))
    box = Mailbox.objects.get()
    change_levels(box, keep=FULL, share=FULL, actor=firm)
    settle_mails(box, 8, actor=None)
    change_levels(box, keep=FULL, share=WHO, actor=firm)
    settle_levels()
    assert set(Activity.objects.values_list("open_level", flat=True)) == {WHO}


def test_levels_stand_while_mail_comes_in(firm: User, bring_in: BringIn) -> None:
    batch = bring_in(Letter("a"))
    with setting_up():
        Batch.objects.filter(pk=batch.pk).update(state=Batch.RUNNING)
    box = Mailbox.objects.get()
    with pytest.raises(Refused, match="under way"):
        change_levels(box, keep=WHO, share=WHO, actor=firm)
    box.refresh_from_db()
    assert (box.keep, box.settled_until) == (FULL, None)


def test_colleagues_are_never_shown_more_than_is_kept(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a"))
    with pytest.raises(Refused, match="Keep more or show less"):
        change_levels(Mailbox.objects.get(), keep=WHO, share=FULL, actor=firm)


def test_a_change_says_who_made_it(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a"))
    to(ANN, SUBJECT, SUBJECT)
    row = Audit.objects.get(verb="set_levels")
    assert (row.actor, row.old, row.new) == (
        firm,
        {"keep": FULL, "share": WHO},
        {"keep": SUBJECT, "share": SUBJECT},
    )


@pytest.mark.parametrize("first", [(WHO, WHO), (SUBJECT, SUBJECT)])
@pytest.mark.parametrize("other", [None, (FULL, WHO)])
def test_keeping_more_is_made_good_by_the_next_import(
    first: tuple[Level, Level],
    other: tuple[Level, Level] | None,
    firm: User,
    bring_in: BringIn,
) -> None:
    began = bring_in(*LETTERS)
    if other:
        bring_in(LETTERS[0], mailbox=BEN, keep=other[0], share=other[1])
    wanted, found = content_hash(), found_by()
    for batch in Batch.objects.order_by("id"):
        undo(batch.pk)
    to(ANN, *first)
    bring_in(*LETTERS)
    to(ANN, FULL, WHO)
    assert not ActivityText.objects.exists()  # what was never kept is not here
    if other:
        bring_in(LETTERS[0], mailbox=BEN)
        assert "@" in found_by()["canarytext"].pop()
    bring_in(*LETTERS)
    assert (content_hash(), found_by()) == (wanted, found)
    assert began.pk
    to(ANN, WHO, WHO)  # what was filled in leaves the index as it entered it
    assert ANN not in found_by()["canarysubject"] | found_by()["canarytext"]
