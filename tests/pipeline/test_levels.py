"""What is kept and shown of a mail is what its mailboxes' levels say, and nothing more."""

from pathlib import Path

import pytest
from django.db import connection

from kith.ledger.activities.models import Activity, ActivityText
from kith.ledger.imports.models import Arrival
from kith.ledger.people.models import Account, Colleague, Contact
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.search import postgres, sqlite
from kith.ledger.search.asked import terms
from kith.ledger.search.places import NEWEST
from kith.terms.words import Level, Says
from tests.disk import bytes_of
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db

SECRET = Letter(
    "a",
    to=(ANN, BEN),
    subject="Canarysubject",
    text="Could you send us a quotation for the canarytext?",
)
NONE, WHO, SUBJECT, FULL = Level.NOTHING, Level.METADATA, Level.SUBJECT, Level.FULL


def finds(word: str, seen_by: str) -> bool:
    """Whether a search finds the word for a reader with this token."""
    engine = sqlite if connection.vendor == "sqlite" else postgres
    return bool(engine.Sought(terms(word), [seen_by]).rows(0, NEWEST, 1))


def found_by() -> dict[str, set[str]]:
    """Who finds the canaries: `everyone`, or the owner of a mailbox."""
    tokens = {f"m{box.pk}": box.owner.email for box in Mailbox.objects.select_related("owner")}
    tokens["everyone"] = "everyone"
    return {
        word: {who for token, who in tokens.items() if finds(word, token)}
        for word in ("canarysubject", "canarytext")
    }


@pytest.mark.parametrize(
    ("keep", "share", "subject", "text", "found"),
    [
        (WHO, WHO, "", None, (set(), set())),
        (SUBJECT, WHO, "Canarysubject", None, ({ANN}, set())),
        (SUBJECT, SUBJECT, "Canarysubject", None, ({ANN, "everyone"}, set())),
        (FULL, NONE, "Canarysubject", SECRET.text, ({ANN}, {ANN})),
        (FULL, WHO, "Canarysubject", SECRET.text, ({ANN}, {ANN})),
        (FULL, FULL, "Canarysubject", SECRET.text, ({ANN, "everyone"}, {ANN, "everyone"})),
    ],
)
def test_a_mailbox_stores_and_shows_what_its_levels_say(
    keep: Level,
    share: Level,
    subject: str,
    text: str | None,
    found: tuple[set[str], set[str]],
    firm: User,
    bring_in: BringIn,
) -> None:
    bring_in(SECRET, keep=keep, share=share)
    row = Activity.objects.get()
    assert (row.subject, row.open_level) == (subject, share)
    assert row.asks == (keep >= FULL)
    assert row.says == (Says.INQUIRY if keep >= FULL else Says.NOTHING)
    stored = [kept.text.strip() for kept in ActivityText.objects.all()]
    assert stored == ([] if text is None else [text])
    assert found_by() == {"canarysubject": found[0], "canarytext": found[1]}


@pytest.mark.parametrize(
    ("ann", "ben", "open_level", "found"),
    [
        ((WHO, WHO), (FULL, SUBJECT), SUBJECT, ({BEN, "everyone"}, {BEN})),
        ((SUBJECT, NONE), (FULL, FULL), FULL, ({ANN, BEN, "everyone"}, {BEN, "everyone"})),
        ((FULL, WHO), (SUBJECT, SUBJECT), SUBJECT, ({ANN, BEN, "everyone"}, {ANN})),
        ((FULL, NONE), (FULL, NONE), NONE, ({ANN, BEN}, {ANN, BEN})),
        ((WHO, NONE), (WHO, WHO), WHO, (set(), set())),
    ],
)
@pytest.mark.parametrize("ann_first", [True, False])
def test_a_mail_in_two_mailboxes_is_one_and_shown_as_widely_as_either_says(
    ann: tuple[Level, Level],
    ben: tuple[Level, Level],
    open_level: Level,
    found: tuple[set[str], set[str]],
    ann_first: bool,
    firm: User,
    bring_in: BringIn,
) -> None:
    boxes = [(ANN, *ann), (BEN, *ben)]
    for mailbox, keep, share in boxes if ann_first else boxes[::-1]:
        bring_in(SECRET, mailbox=mailbox, keep=keep, share=share)
    row = Activity.objects.get()
    assert row.open_level == open_level
    held = Arrival.objects.filter(kind=Arrival.ACTIVITY, object_id=row.pk)
    assert set(held.values_list("mailbox_id", flat=True)) == set(
        Mailbox.objects.values_list("id", flat=True)
    )
    keeps = max(ann[0], ben[0])
    assert row.subject == ("Canarysubject" if keeps >= SUBJECT else "")
    assert ActivityText.objects.count() == row.asks == (keeps >= FULL)
    assert row.says == (Says.INQUIRY if keeps >= FULL else Says.NOTHING)
    assert found_by() == {"canarysubject": found[0], "canarytext": found[1]}


def bytes_on_disk() -> bytes:
    """Everything SQLite keeps, its write-ahead log included."""
    file = Path(str(connection.settings_dict["NAME"]))
    beside = file.with_name(f"{file.name}-wal")
    return bytes_of(file) + (bytes_of(beside) if beside.exists() else b"")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="reads the one file SQLite keeps")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("keep", [WHO, SUBJECT, FULL])
def test_no_word_beyond_the_level_reaches_the_disk(
    keep: Level, firm: User, bring_in: BringIn
) -> None:
    # The file of all tests may still hold the words of an earlier one: these are this test's own.
    subject, text = f"Canary{keep.name}subject", f"canary{keep.name}text"
    bring_in(Letter("a", subject=subject, text=text), keep=keep)
    stored = bytes_on_disk().lower()
    assert (subject.lower().encode() in stored) == (keep >= SUBJECT)
    assert (text.lower().encode() in stored) == (keep >= FULL)


@pytest.mark.parametrize(
    ("sender", "to"),
    [
        ("Some Body <some.body@gmail.com>", (ANN,)),
        ("ann@firm.example", ("some.body@gmail.com", "other@web.de")),
        ("Ben <ben@firm.example>", (ANN,)),
        ("ann@berlin.firm.example", ("ben@printer", "ann@firm.example")),
    ],
)
def test_mail_without_an_outside_organisation_is_its_owners_alone(
    sender: str, to: tuple[str, ...], firm: User, bring_in: BringIn
) -> None:
    bring_in(
        Letter("a", sender=sender, to=to, subject="Canarysubject", text="canarytext"),
        share=Level.FULL,
    )
    assert Activity.objects.get().open_level == NONE
    assert not Account.objects.exists()
    assert found_by() == {"canarysubject": {ANN}, "canarytext": {ANN}}


def test_one_person_of_an_organisation_opens_the_mail(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", sender="some.body@gmail.com", cc=("cleo@mail.client.co.uk",)))
    assert Activity.objects.get().open_level == Level.METADATA
    assert Account.objects.get().accountdomain_set.get().domain == "client.co.uk"


def test_own_domains_their_subdomains_and_local_hosts_are_colleagues(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(
        Letter(
            "a",
            to=(ANN, "ben@sales.firm.example", "scan@printer", "not@firm.example.com"),
            cc=("x@otherfirm.example",),
        )
    )
    ours = Colleague.objects.values_list("address__address", flat=True)
    assert sorted(a for a in ours if a) == [ANN, "ben@sales.firm.example", "scan@printer"]
    theirs = Contact.objects.values_list("address__address", flat=True)
    assert sorted(a for a in theirs if a) == [
        "cleo@client.example", "not@firm.example.com", "x@otherfirm.example",
    ]  # fmt: skip
