"""Mail from files to the ledger: what is counted, kept, refused, and changed by a second time."""

from datetime import timedelta
from pathlib import Path

import pytest

from kith.ledger.activities.models import Activity, ActivityText
from kith.ledger.imports.models import Batch, LeftOut
from kith.ledger.people.models import Account, Address, Colleague, Contact
from kith.ledger.rights.models import Mailbox, User
from kith.pipeline.ingest import Progress, import_mail
from kith.terms.errors import BadInput, NotReady, Refused
from kith.terms.words import Level, Role
from tests.ledger.content import content, participants
from tests.ledger.letters import NOON, Letter, folder, maildir, mbox
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db

FROM_CLIENT = [Letter(f"in{n}", sent=NOON + timedelta(days=n), text=f"Word {n}") for n in range(3)]
TO_CLIENT = [
    Letter(
        f"out{n}",
        sender="Ann <ann@firm.example>",
        to=("cleo@client.example",),
        sent=NOON + timedelta(days=n, hours=1),
        text=f"Answer {n}",
    )
    for n in range(2)
]


def source(kind: str, path: Path) -> Path:
    if kind == "mbox":
        return mbox(path / "All.mbox", [*FROM_CLIENT, *TO_CLIENT])
    if kind == "maildir":
        return maildir(path / "Maildir", FROM_CLIENT, TO_CLIENT)
    folder(path / "mail" / "Inbox", FROM_CLIENT)
    return folder(path / "mail", TO_CLIENT, sent=True)


@pytest.mark.parametrize("kind", ["mbox", "maildir", "folder"])
def test_every_mail_of_a_source_is_counted_and_kept(kind: str, firm: User, tmp_path: Path) -> None:
    seen: list[Progress] = []
    path = source(kind, tmp_path)
    batch = import_mail(path, mailbox=ANN, report=seen.append)
    assert (batch.state, batch.read, batch.kept, batch.seen, batch.refused) == ("done", 5, 5, 0, 0)
    assert batch.path == str(path.resolve())
    assert (seen[-1].read, seen[-1].kept, seen[-1].refused) == (5, 5, 0)
    assert Activity.objects.filter(direction="in").count() == 3
    assert Activity.objects.filter(direction="out").count() == 2
    assert ActivityText.objects.count() == 5
    assert Account.objects.get().name == "Client"
    assert Contact.objects.get().name == "Cleo Crane"


@pytest.mark.parametrize("kind", ["mbox", "maildir", "folder"])
def test_the_same_path_twice_changes_nothing(kind: str, firm: User, tmp_path: Path) -> None:
    path = source(kind, tmp_path)
    import_mail(path, mailbox=ANN)
    before = content()
    batch = import_mail(path, mailbox=ANN)
    assert (batch.read, batch.kept, batch.seen) == (5, 0, 5)
    assert content() == before


def test_the_three_kinds_of_source_leave_the_same(firm: User, tmp_path: Path) -> None:
    import_mail(source("mbox", tmp_path / "a"), mailbox=ANN)
    before = content()
    for kind in ("maildir", "folder"):
        assert import_mail(source(kind, tmp_path / kind), mailbox=ANN).kept == 0
        assert content() == before


@pytest.mark.parametrize("first", [1, 2, 5, 1_000])
@pytest.mark.parametrize("kind", ["mbox", "folder"])
def test_two_processes_bring_in_the_same_whichever_of_them_reads_how_many(
    kind: str, first: int, firm: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.pipeline.ingest.SMALL", 0)
    monkeypatch.setattr("kith.pipeline.ingest.FIRST", first)
    path = source(kind, tmp_path)
    batch = import_mail(path, mailbox=ANN)
    assert (batch.read, batch.kept, batch.seen) == (5, 5, 0)
    assert batch.bytes_done == batch.bytes_total
    before = content()
    monkeypatch.undo()  # of so few mails, all are read in one process
    assert import_mail(path, mailbox=ANN).kept == 0
    assert content() == before


def test_one_mail_twice_in_one_source_is_one_activity(firm: User, bring_in: BringIn) -> None:
    batch = bring_in(Letter("a"), Letter("a"), Letter("", text="Other"), Letter("b", text="Other"))
    assert (batch.read, batch.kept, batch.seen) == (4, 2, 2)
    assert Activity.objects.count() == 2


def test_what_is_no_mail_is_refused_with_its_place_and_the_reason(
    firm: User, tmp_path: Path
) -> None:
    path = folder(tmp_path / "mail", [Letter("a")])
    (path / "broken.eml").write_bytes(b"no mail at all")
    (path / "empty.eml").write_bytes(b"")
    batch = import_mail(path, mailbox=ANN)
    assert (batch.state, batch.read, batch.kept, batch.refused) == ("done", 3, 1, 2)
    rows = LeftOut.objects.filter(batch=batch).values_list("position", "reason")
    assert sorted(rows) == [
        ("broken.eml", "not a mail: no sender, no date and no Message-ID"),
        ("empty.eml", "empty"),
    ]


def test_a_mail_without_a_believable_date_is_kept_and_says_why(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a", sent=None))
    row = Activity.objects.get()
    assert (row.happened_at, row.known_day, row.undated_because) == (None, None, "no date")
    assert {row[-1] for row in participants()} == {"None"}


def test_an_unknown_mailbox_is_of_an_invited_colleague(firm: User, bring_in: BringIn) -> None:
    bring_in(Letter("a", to=(BEN,)), mailbox=" Ben@Firm.example ")
    user = User.objects.get(email=BEN)
    assert (user.role, user.has_usable_password()) == (Role.REPRESENTATIVE, False)
    box = Mailbox.objects.get()
    assert (box.owner, box.address, box.keep, box.share) == (
        user, BEN, Level.FULL, Level.METADATA,
    )  # fmt: skip
    assert Colleague.objects.get(user=user).address_set.get().address == BEN


def test_other_levels_for_a_mailbox_are_refused_with_the_cure(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(Letter("a"), keep=Level.SUBJECT)
    before = content()
    with pytest.raises(Refused, match="Leave out --level and --share"):
        bring_in(Letter("b", text="Other"), keep=Level.FULL)
    assert content() == before
    assert bring_in(Letter("b", text="Other"), keep=Level.SUBJECT).kept == 1
    assert bring_in(Letter("c", text="Third")).kept == 1


def test_colleagues_cannot_be_shown_more_than_is_kept(firm: User, bring_in: BringIn) -> None:
    with pytest.raises(Refused, match="Raise --level or lower --share"):
        bring_in(Letter("a"), keep=Level.METADATA, share=Level.FULL)
    assert not Mailbox.objects.exists()


def test_a_path_that_is_not_there_leaves_no_trace(firm: User, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is nothing at"):
        import_mail(tmp_path / "gone", mailbox=BEN)
    assert not Batch.objects.exists()
    assert not User.objects.filter(email=BEN).exists()


def test_a_ledger_without_a_firm_says_what_to_run(db: None, tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="kith init"):
        import_mail(folder(tmp_path / "mail", [Letter("a")]), mailbox=ANN)


def test_an_import_cut_off_by_an_error_goes_on_where_it_stopped(firm: User, tmp_path: Path) -> None:
    path = source("mbox", tmp_path)

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_mail(path, mailbox=ANN, report=stop)
    cut_off = Batch.objects.get()
    assert cut_off.state == Batch.STOPPED
    batch = import_mail(path, mailbox=ANN)
    assert (batch.pk, batch.state, batch.read, batch.kept) == (cut_off.pk, "done", 5, 5)


def test_addresses_and_names_of_any_length_come_in(firm: User, bring_in: BringIn) -> None:
    local = "x" * 300
    bring_in(
        Letter("a", sender=f'"{chr(0xFDFA) * 250}" <cleo@client.example>'),
        Letter("b", sender=f"<{local}@client.example>", text="Long name"),
        Letter("c", sender=f"<me@{'z' * 300}.example>", text="Long host"),
        Letter("d", sender=f"<{'x' * 400}@client.example>", text="Too long"),
    )
    assert Activity.objects.count() == 4
    assert Address.objects.filter(address__startswith=local).count() == 1
