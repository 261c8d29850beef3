"""Whose mailbox it is: addresses outside our domains, and what is refused leaves nothing behind."""

from pathlib import Path

import pytest

from kith.ledger.activities.models import Activity
from kith.ledger.imports.models import Batch
from kith.ledger.people.models import Address
from kith.ledger.rights.models import Mailbox, User
from kith.pipeline.ingest import import_mail
from kith.terms.errors import BadInput, Refused
from kith.terms.words import Direction, Level

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("firm")]
BOSS = "boss@web.de"
MAIL = (
    "From: {}\nTo: {}\nDate: Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <{}@x>\nSubject: Hi\n\nHi"
)


def mailbox(folder: Path, **mails: tuple[str, str]) -> Path:
    folder.mkdir()
    for name, (sender, to) in mails.items():
        (folder / name).write_text(MAIL.format(sender, to, name))
    return folder


def left() -> tuple[int, int, int]:
    return User.objects.count(), Mailbox.objects.count(), Batch.objects.count()


def test_a_mailbox_with_a_free_mail_address_is_its_owners(tmp_path: Path) -> None:
    both = mailbox(tmp_path / "a", out=(BOSS, "c@client.example"), came=("c@client.example", BOSS))
    import_mail(both, mailbox=BOSS)
    assert set(Activity.objects.values_list("direction", flat=True)) == {
        Direction.OUT,
        Direction.IN,
    }
    assert Address.objects.get(address=BOSS).colleague is not None


def test_an_address_met_as_a_contact_becomes_the_owners(tmp_path: Path) -> None:
    met = mailbox(tmp_path / "a", met=(BOSS, "ann@firm.example"))
    import_mail(met, mailbox="ann@firm.example")
    assert Address.objects.get(address=BOSS).contact is not None
    import_mail(mailbox(tmp_path / "b", out=(BOSS, "c@client.example")), mailbox=BOSS)
    boss = Address.objects.get(address=BOSS)
    assert boss.contact is None
    assert boss.colleague
    assert boss.colleague.user == User.objects.get(email=BOSS)


def test_what_is_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    before = left()
    mails = mailbox(tmp_path / "mails", one=("c@client.example", "new@firm.example"))
    with pytest.raises(Refused, match="more"):
        import_mail(mails, mailbox="new@firm.example", keep=Level.METADATA, share=Level.FULL)
    with pytest.raises(BadInput, match="no mail address"):
        import_mail(mails, mailbox="nonsense")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match="no mail"):
        import_mail(tmp_path / "empty", mailbox="new@firm.example")
    assert left() == before
