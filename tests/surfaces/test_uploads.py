"""Uploading mail: what is taken, where it lies, and what is refused."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kith.ledger import models as m
from kith.pipeline.nudge import nudged
from kith.pipeline.turn import turn
from kith.terms.words import Level, Role
from tests.allow import setting_up
from tests.ledger.letters import Letter, mbox
from tests.surfaces.cast import ADA
from tests.surfaces.ledger_of import Ledger

pytestmark = pytest.mark.usefixtures("home")
Seen = Callable[[m.User | None], Client]
ME = "ada@hartpumps.example"
LETTERS = (
    Letter("a", sender="Ines <ines@aster.example>", to=(ME,), subject="Seals", text="Any news?"),
    Letter("b", sender="Jo <jo@gmail.com>", to=(ME,), subject="Saturday", text="At eight?"),
    Letter("c", sender=ME, to=("ines@aster.example",), subject="Re: Seals", text="Soon."),
)


@pytest.fixture
def ledger(db: None) -> Ledger:
    return Ledger.of("Hart Pumps", demo=False)


@pytest.fixture
def ada(ledger: Ledger) -> m.User:
    """Ada, in whose mailbox nothing has come in yet."""
    user = ledger.user(ADA, Role.REPRESENTATIVE)
    m.Mailbox.objects.all().delete()
    return user


@pytest.fixture
def mail(tmp_path: Path) -> bytes:
    return mbox(tmp_path / "made.mbox", LETTERS).read_bytes()


def send(client: Client, data: bytes, name: str = "Inbox.mbox", **form: str) -> Any:
    file = SimpleUploadedFile(name, data, content_type="image/png")
    return client.post("/imports/new/", {"share": "1", "keep": "3", **form, "mail": file})


def stored(home: Path) -> list[str]:
    folder = home / "uploads"
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def text(response: Any) -> str:
    """The page's source on one line."""
    return " ".join(response.content.decode().split())


def test_an_upload_leads_to_its_own_first_mails_and_then_waits_for_the_worker(
    ada: m.User, mail: bytes, seen_by: Seen, home: Path
) -> None:
    client = seen_by(ada)
    response = send(client, mail, share="2")
    batch = m.Batch.objects.get(kind="mail", state="uploaded")
    assert response["Location"] == f"/imports/{batch.pk}/start/"
    assert batch.names == "Inbox.mbox"
    (file,) = stored(home)
    assert file.endswith("/1/mail.mbox")
    assert "Inbox" not in file
    assert (home / "uploads" / file).read_bytes() == mail
    box = m.Mailbox.objects.get(owner=ada)
    assert (box.address, box.keep, box.share) == (ME, Level.FULL, Level.SUBJECT)

    page = text(client.get(f"/imports/{batch.pk}/start/"))
    assert "Ines → ada@hartpumps.example" in page
    assert "Any news?" in page
    assert page.count("Nobody outside in it writes from a firm") == 1  # Jo's
    assert not nudged()

    response = client.post(f"/imports/{batch.pk}/start/", {"keep": "2", "share": "1"})
    assert response["Location"] == f"/imports/{batch.pk}/"
    batch.refresh_from_db()
    box.refresh_from_db()
    assert (batch.state, box.keep, box.share) == ("waiting", Level.SUBJECT, Level.METADATA)
    assert nudged()
    assert client.get(f"/imports/{batch.pk}/start/")["Location"] == f"/imports/{batch.pk}/"


def test_where_mail_came_in_before_the_levels_stand_and_nothing_is_asked(
    ada: m.User, mail: bytes, seen_by: Seen
) -> None:
    client = seen_by(ada)
    send(client, mail)
    first = m.Batch.objects.get(state="uploaded")
    client.post(f"/imports/{first.pk}/start/", {})
    page = text(client.get("/imports/new/"))
    assert "Colleagues see who wrote to whom and when; Kith keeps subjects and texts." in page
    assert 'type="radio"' not in page
    response = send(client, mail, share="3")
    second = m.Batch.objects.exclude(pk=first.pk).get(names="Inbox.mbox")
    assert response["Location"] == f"/imports/{second.pk}/"
    assert second.state == "waiting"
    assert m.Mailbox.objects.get().share == Level.METADATA


@pytest.mark.parametrize(
    ("keep", "share", "wanted"),
    [("1", "3", (1, 1)), ("9", "x", (3, 1)), ("", "0", (3, 1)), ("2", "2", (2, 2))],
)
def test_no_form_talks_a_mailbox_into_showing_more_than_it_keeps(
    keep: str, share: str, wanted: tuple[int, int], ada: m.User, mail: bytes, seen_by: Seen
) -> None:
    send(seen_by(ada), mail, keep=keep, share=share)
    box = m.Mailbox.objects.get()
    assert (box.keep, box.share) == wanted


def test_several_files_are_one_import(ada: m.User, mail: bytes, seen_by: Seen, home: Path) -> None:
    files = [SimpleUploadedFile(name, mail) for name in ("In.mbox", "../../Sent", "x.eml")]
    seen_by(ada).post("/imports/new/", {"mail": files})
    assert m.Batch.objects.get(state="uploaded").names == "In.mbox\nSent\nx.eml"
    assert [file.split("/", 1)[1] for file in stored(home)] == [
        "1/mail.mbox", "2/Sent", "3/mail.eml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "Inbox.mbox is empty. Export the mail again."), (None, "No file came")]
)
def test_nothing_is_no_upload(
    data: bytes | None, said: str, ada: m.User, seen_by: Seen, home: Path
) -> None:
    client = seen_by(ada)
    none = client.post("/imports/new/", {"share": "1"}) if data is None else None
    response = none or send(client, data or b"")
    assert response.status_code == 400
    assert said in text(response)
    assert not (home / "uploads").exists() or stored(home) == []
    assert not m.Batch.objects.filter(state="uploaded").exists()
    assert not m.Mailbox.objects.exists()


def test_what_is_too_large_is_refused_and_not_stored(
    ada: m.User, seen_by: Seen, home: Path, settings: pytest.FixtureRequest
) -> None:
    settings.KITH_UPLOAD_BYTES = 1 << 20  # type: ignore[attr-defined]
    response = send(seen_by(ada), b"x" * (2 << 20))
    assert response.status_code == 400
    assert "more than may be uploaded at once (1 MB)" in text(response)
    assert stored(home) == []


def test_a_full_disk_is_said_and_nothing_half_stays(
    ada: m.User, mail: bytes, seen_by: Seen, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    class Full(BytesIO):
        write = full  # type: ignore[assignment]

    monkeypatch.setattr("pathlib.Path.open", lambda *_, **__: Full())
    monkeypatch.setattr(
        "kith.surfaces.web.imports.receiving.MailUploadHandler._admit", lambda *_: None
    )
    response = send(seen_by(ada), mail)
    assert response.status_code == 400
    assert "could not store it: No space left" in text(response)
    assert list((home / "uploads").iterdir()) == []


def test_one_upload_at_a_time(ada: m.User, mail: bytes, seen_by: Seen, home: Path) -> None:
    client = seen_by(ada)
    with turn(f"upload-{ada.pk}", wait=False):
        response = send(client, mail)
    assert "Another upload of yours is under way." in text(response)
    assert stored(home) == []
    assert send(client, mail).status_code == 302
    assert send(client, mail).status_code == 302


def test_a_heap_of_waiting_imports_is_enough(ada: m.User, mail: bytes, seen_by: Seen) -> None:
    client = seen_by(ada)
    for _ in range(20):
        assert send(client, mail).status_code == 302
    assert "20 imports of yours are waiting." in text(send(client, mail))


def test_a_strangers_bytes_are_never_stored(ada: m.User, mail: bytes, home: Path) -> None:
    response = send(Client(), mail)
    assert response["Location"].startswith("/sign-in/")
    checked = Client(enforce_csrf_checks=True)
    assert send(checked, mail).status_code in {302, 403}
    assert not (home / "uploads").exists()


def test_a_form_sent_from_elsewhere_leaves_no_file(ada: m.User, mail: bytes, home: Path) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    client.cookies["csrftoken"] = "x" * 32
    assert send(client, mail).status_code == 403
    assert stored(home) == []
    assert not m.Batch.objects.filter(state="uploaded").exists()


@pytest.mark.parametrize("path", ["/", "/accounts/", "/sign-in/password/change/"])
def test_no_other_address_takes_a_file(path: str, ada: m.User, mail: bytes, home: Path) -> None:
    client = Client()
    client.force_login(ada)
    client.post(path, {"mail": SimpleUploadedFile("a.mbox", mail)})
    assert not (home / "uploads").exists()


def test_a_manager_may_take_what_lies_in_the_servers_folder(
    ledger: Ledger, mail: bytes, seen_by: Seen, home: Path
) -> None:
    with setting_up():
        mia = ledger.user("Mia Lindqvist", Role.MANAGER)
        ben = ledger.user("Ben Okoro", Role.REPRESENTATIVE)
    (home / "inbox").mkdir()
    (home / "inbox" / "old.mbox").write_bytes(mail)
    (home / "secret.mbox").write_bytes(mail)
    assert "old.mbox" in text(seen_by(mia).get("/imports/new/"))
    assert "old.mbox" not in text(seen_by(ben).get("/imports/new/"))
    assert seen_by(ben).post("/imports/new/", {"inbox": "old.mbox"}).status_code == 400
    for trick in ("../secret.mbox", "/etc/passwd", "..", "nothing"):
        response = seen_by(mia).post("/imports/new/", {"inbox": trick})
        assert response.status_code == 400
        assert "no such file" in text(response)
    seen_by(mia).post("/imports/new/", {"inbox": "old.mbox"})
    batch = m.Batch.objects.get(state="uploaded")
    assert batch.path == str((home / "inbox" / "old.mbox").resolve())
    assert batch.mailbox is not None
    assert batch.mailbox.owner == mia
    seen_by(mia).post(f"/imports/{batch.pk}/discard/")
    assert (home / "inbox" / "old.mbox").exists()
