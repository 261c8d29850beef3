"""Mail of many forms, to the ledger: nothing lost, nothing doubled, the rest accounted for."""

import gzip
import zipfile
from pathlib import Path

import pytest

from kith.ledger.activities.models import Activity
from kith.ledger.imports.models import Batch, LeftOut
from kith.ledger.rights.models import User
from kith.pipeline.ingest import import_mail
from tests.ledger.content import content
from tests.pipeline.conftest import ANN

pytestmark = pytest.mark.django_db

POSTMARK = b"From - Tue Mar 04 10:15:00 2025\r\n"


def mail(number: int, status: str = "") -> bytes:
    return (
        status.encode()
        + (
            f"From: Cleo Crane <cleo@client.example>\r\nTo: {ANN}\r\nSubject: Seals {number}\r\n"
            f"Date: Tue, 4 Mar 2025 10:15:00 +0100\r\nMessage-ID: <{number}@client.example>\r\n\r\n"
            f"Number {number}.\r\n"
        ).encode()
    )


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """Nine mails in six forms, one twice and one deleted, and three things that are no mail."""
    root = tmp_path / "everything"
    (root / "box" / "cur").mkdir(parents=True)
    (root / "box" / "new").mkdir()
    (root / "box" / "cur" / "1:2,S").write_bytes(mail(1))
    (root / "a.mbox.gz").write_bytes(
        gzip.compress(b"".join(POSTMARK + mail(n) + b"\r\n" for n in (2, 3)))
    )
    with zipfile.ZipFile(root / "b.zip", "w") as archive:
        archive.writestr(
            "Takeout/Mail/All.mbox", b"".join(POSTMARK + mail(n) + b"\r\n" for n in (4, 5))
        )
        archive.writestr("Takeout/Drive/x.txt", "not mail")
    gone = mail(6, "X-Mozilla-Status: 0009\r\n")
    (root / "Inbox").write_bytes(POSTMARK + gone + b"\r\n" + POSTMARK + mail(7) + b"\r\n")
    (root / "8.emlx").write_bytes(b"%d\n" % len(mail(8)) + mail(8) + b"<plist></plist>")
    (root / "9.eml").write_bytes(mail(7))
    (root / "c.tar").write_bytes(b"x")
    (root / "d.zip").write_bytes(b"PK\x03\x04")
    (root / "e.msg").write_bytes(b"x")
    return root


def test_every_item_of_many_forms_is_kept_or_left_out_with_its_reason(
    firm: User, everything: Path
) -> None:
    batch = import_mail(everything, mailbox=ANN)
    assert (batch.read, batch.kept, batch.refused) == (12, 7, 3)
    assert batch.left_out == {"refused": 3, "deleted": 1}
    assert sorted(Activity.objects.values_list("subject", flat=True)) == [
        f"Seals {number}" for number in (1, 2, 3, 4, 5, 7, 8)
    ]
    gone = LeftOut.objects.get(code="deleted")
    assert gone.position == "Inbox@0"
    assert gone.message_key is not None
    assert str(gone.day) == "2025-03-04"
    reasons = dict(LeftOut.objects.filter(code="refused").values_list("position", "reason"))
    assert set(reasons) == {"c.tar", "d.zip", "e.msg"}


def test_an_import_that_was_cut_off_at_any_item_ends_as_one_that_was_not(
    firm: User, everything: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.sources.mail.chunks.MAILS", 1)

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    for _ in range(11):
        with pytest.raises(KeyboardInterrupt):
            import_mail(everything, mailbox=ANN, report=stop)
    batch = import_mail(everything, mailbox=ANN)
    assert Batch.objects.count() == 1
    assert (batch.state, batch.read, batch.kept, batch.refused) == ("done", 12, 7, 3)
    before = content()
    assert import_mail(everything, mailbox=ANN).kept == 0
    assert content() == before
