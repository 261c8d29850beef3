"""What waits is done by whichever worker comes next, and says so when it cannot be done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kith.ledger.activities.models import Activity
from kith.ledger.imports import queue_writers as queue
from kith.ledger.imports.batch_readers import as_named, begun, due_batches
from kith.ledger.imports.models import Batch
from kith.ledger.imports.readers import refused_items
from kith.ledger.rights.level_writers import set_levels
from kith.ledger.rights.models import Mailbox, User
from kith.ledger.rights.writers import open_mailbox
from kith.pipeline import upload
from kith.pipeline.nudge import nudge, nudged
from kith.pipeline.turn import of_import, turn
from kith.pipeline.upload_queue import work_through
from kith.terms.errors import Refused, read_error
from kith.terms.words import Level
from tests.allow import setting_up
from tests.ledger.letters import Letter, mbox
from tests.pipeline.conftest import ANN

pytestmark = pytest.mark.django_db(transaction=True)
Brought = Callable[..., Batch]
LETTERS = [Letter(f"m{n}", subject=f"Seals {n}") for n in range(5)]


@pytest.fixture
def box(firm: User) -> Mailbox:
    return open_mailbox(firm, ANN, actor=firm, keep=None, share=None)


@pytest.fixture
def brought(box: Mailbox) -> Brought:
    """An upload of Ann's, as the page leaves it."""

    def bring(*files: tuple[str, list[Letter]], more: bytes = b"", start: bool = True) -> Batch:
        folder = upload.new_upload().resolve()
        for number, (name, letters) in enumerate(files, start=1):
            path = mbox(upload.place(folder, number, name), letters)
            path.write_bytes(path.read_bytes() + more)
        names = [name for name, _ in files]
        batch = queue.receive(str(folder), names, mailbox=box, actor=box.owner)
        if start:
            queue.enqueue(batch, actor=box.owner)
        return batch

    return bring


def state(batch: Batch) -> str:
    batch.refresh_from_db()
    return batch.state


def test_an_upload_waits_for_its_owners_word(brought: Brought, box: Mailbox) -> None:
    batch = brought(("Inbox.mbox", LETTERS), start=False)
    assert due_batches() == []
    assert not begun(box)
    queue.enqueue(batch, actor=box.owner)
    queue.enqueue(batch, actor=box.owner)  # a second click
    assert due_batches() == [batch.pk]
    work_through()
    assert state(batch) == Batch.DONE
    assert (batch.read, batch.kept) == (5, 5)
    assert begun(box)
    assert not Path(batch.path).exists()


def test_sent_mail_is_known_as_such_by_its_files_own_name(brought: Brought) -> None:
    assistant = Letter("s", sender="help@firm.example", to=("cleo@client.example",))
    brought(("Gesendet.mbox", [assistant, Letter("t", sender=ANN, to=("cleo@client.example",))]))
    work_through()
    assert Activity.objects.filter(direction="out", participant__part=2).count() == 1


def test_a_batch_whose_worker_was_killed_goes_on(brought: Brought) -> None:
    batch = brought(("Inbox.mbox", LETTERS))
    with setting_up():
        Batch.objects.filter(pk=batch.pk).update(state=Batch.RUNNING)
    work_through()
    assert (state(batch), batch.kept) == (Batch.DONE, 5)


def test_one_that_somebody_else_is_at_is_left_alone(brought: Brought) -> None:
    batch = brought(("Inbox.mbox", LETTERS))
    with setting_up():
        Batch.objects.filter(pk=batch.pk).update(state=Batch.RUNNING)
    with turn(of_import(batch.path), wait=False):
        work_through()
    assert state(batch) == Batch.RUNNING


def test_what_cannot_be_read_says_so_and_the_next_one_gets_its_turn(brought: Brought) -> None:
    lost = brought(("Inbox.mbox", LETTERS))
    upload.clear(lost.path)
    good = brought(("Inbox.mbox", LETTERS))
    work_through()
    assert state(lost) == Batch.STOPPED
    assert str(read_error(lost.trouble)).startswith("There is nothing at Inbox.mbox")
    assert lost.path not in lost.trouble
    assert state(good) == Batch.DONE
    work_through()  # a stopped one waits for a person
    assert state(lost) == Batch.STOPPED


def test_what_breaks_is_said_without_its_insides(
    brought: Brought, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    batch = brought(("Inbox.mbox", LETTERS))
    monkeypatch.setattr("kith.pipeline.upload_queue.import_mail", broken)
    work_through()
    assert state(batch) == Batch.STOPPED
    assert "on our side" in str(read_error(batch.trouble))
    assert "secret" not in batch.trouble


def test_a_stopped_one_goes_on_from_where_it_was(
    brought: Brought, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.sources.mail.chunks.MAILS", 2)
    batch = brought(("Inbox.mbox", LETTERS))
    seen: list[int] = []

    def stop_at_once(id_: int) -> str:
        if not seen:
            queue.stop(batch, actor=box.owner)
        seen.append(id_)
        return Batch.objects.get(pk=id_).state

    monkeypatch.setattr("kith.pipeline.upload_queue.state_of", stop_at_once)
    work_through()
    assert (state(batch), batch.kept, batch.trouble) == (Batch.STOPPED, 2, "")
    assert Path(batch.path).exists()
    queue.enqueue(batch, actor=box.owner)
    work_through()
    assert (state(batch), batch.kept) == (Batch.DONE, 5)


def test_a_file_with_unreadable_mails_stays_until_it_is_taken_back(brought: Brought) -> None:
    batch = brought(("In.mbox", LETTERS), more=b"From - Tue Mar  4 12:00:00 2025\nX: y\n\n")
    work_through()
    assert (state(batch), batch.refused) == (Batch.DONE, 1)
    assert Path(batch.path).exists()
    (item,) = refused_items(batch)
    assert item.position.startswith("1/mail.mbox@")
    assert as_named(batch, item.position) == item.position.replace("1/mail.mbox", "In.mbox")
    upload.clear_forgotten({batch.path})
    assert Path(batch.path).exists()
    queue.recall(batch, actor=None)
    work_through()
    assert state(batch) == Batch.UNDONE
    assert not Path(batch.path).exists()
    assert not Activity.objects.exists()


def test_no_file_outlives_a_mailbox_that_keeps_no_texts(brought: Brought, box: Mailbox) -> None:
    set_levels(box, keep=Level.METADATA, share=Level.METADATA, actor=box.owner)
    batch = brought(("In.mbox", LETTERS), more=b"From - Tue Mar  4 12:00:00 2025\nX: y\n\n")
    work_through()
    assert (state(batch), batch.refused) == (Batch.DONE, 1)
    assert not Path(batch.path).exists()


def test_what_has_begun_is_not_discarded_and_what_runs_is_not_undone(
    brought: Brought, box: Mailbox
) -> None:
    batch = brought(("In.mbox", LETTERS))
    with pytest.raises(Refused, match="Undo it instead"):
        queue.discard(batch, actor=box.owner)
    with pytest.raises(Refused, match="the import has moved on"):
        queue.recall(batch, actor=box.owner)
    work_through()
    queue.recall(batch, actor=box.owner)
    queue.recall(batch, actor=box.owner)
    with pytest.raises(Refused, match="the import has moved on"):
        queue.enqueue(batch, actor=box.owner)
    never = brought(("In.mbox", LETTERS), start=False)
    queue.discard(never, actor=box.owner)
    assert not Batch.objects.filter(pk=never.pk).exists()


@pytest.mark.parametrize(
    ("position", "named"),
    [
        ("1/mail.mbox@77", "Inbox.mbox@77"),
        ("2/mail.zip/a/b.eml", "old.zip/a/b.eml"),
        ("2/mail.zip/a/b.mbox@5", "old.zip/a/b.mbox@5"),
        ("3/mail.mbox@7", "3/mail.mbox@7"),
        ("x/mail.mbox@7", "x/mail.mbox@7"),
        ("²/mail.mbox@7", "²/mail.mbox@7"),
        ("1/mail.eml", "Inbox.mbox"),
    ],
)
def test_a_position_bears_the_name_its_owner_knows(position: str, named: str) -> None:
    batch = Batch(path="x", names="Inbox.mbox\nold.zip")
    assert as_named(batch, position) == named


def test_a_nudge_is_heard_once(home: Path) -> None:
    home.mkdir()
    assert not nudged()
    nudge()
    nudge()
    assert [nudged(), nudged()] == [True, False]
