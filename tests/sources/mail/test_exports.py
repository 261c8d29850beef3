"""What mail programs leave when their mail is exported, or lies where they keep it."""

import gzip
import zipfile
from pathlib import Path

import pytest

from kith.sources.mail.chunks import chunks
from kith.sources.mail.fetch import fetch
from kith.sources.mail.raw import RawMail
from kith.terms.records import MailRecord, Refusal
from tests.sources.mail import boxes_written as written
from tests.sources.mail.letters import LATEST, letter


def put(root: Path, path: str, data: bytes = b"") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def numbered(*numbers: int) -> list[bytes]:
    return [letter(f"Message-ID: <{n}@x>").replace(b"\r\n", b"\n") for n in numbers]


def places(root: Path) -> list[tuple[str, str, bool]]:
    return [(raw.position, raw.folder, raw.sent) for raw in fetch(root)]


def outcomes(root: Path) -> list[MailRecord | Refusal]:
    return [item for chunk in chunks(root, latest=LATEST) for item in chunk.items]


# Thunderbird


def test_a_thunderbird_profile_is_its_mail_folders_and_nothing_else(tmp_path: Path) -> None:
    box = written.mboxrd(numbered(1))
    put(tmp_path, "Local Folders/Drafts", box.replace(b"From ann@pumps.example", b"From -"))
    put(tmp_path, "Local Folders/Inbox", box + box)
    put(tmp_path, "Local Folders/Inbox.msf", b"// index")
    put(tmp_path, "Local Folders/Inbox.sbd/Customers", box + box)
    put(tmp_path, "Local Folders/Inbox.sbd/Customers.msf")
    put(tmp_path, "Local Folders/Sent-1", box + box)
    put(tmp_path, "Local Folders/Sent", box + box)
    put(tmp_path, "Local Folders/Trash")
    put(tmp_path, "Local Folders/Trash.msf", b"// index")
    for name in ("popstate.dat", "msgFilterRules.dat", "nstmp", "filterlog.html", "junklog.html"):
        put(tmp_path, f"Local Folders/{name}", b"?")
    put(tmp_path, "Local Folders/Inbox.mozmsgs/1.wdseml", numbered(1)[0])
    assert [(place.split("@")[0], folder, sent) for place, folder, sent in places(tmp_path)] == [
        ("Local Folders/Drafts", "Drafts", False),
        ("Local Folders/Inbox", "Inbox", False),
        ("Local Folders/Inbox", "Inbox", False),
        ("Local Folders/Inbox.sbd/Customers", "Customers", False),
        ("Local Folders/Inbox.sbd/Customers", "Customers", False),
        ("Local Folders/Sent", "Sent", True),
        ("Local Folders/Sent", "Sent", True),
        ("Local Folders/Sent-1", "Sent-1", False),
        ("Local Folders/Sent-1", "Sent-1", False),
    ]


def mozilla(status: str, second: str = "00000000", number: int = 1) -> bytes:
    lines = f"X-Account-Key: account1\r\nX-Mozilla-Status: {status}\r\n"
    return (
        written.MOZILLA
        + f"{lines}X-Mozilla-Status2: {second}\r\n".encode()
        + (letter(f"Message-ID: <{number}@x>") + b"\r\n")
    )


@pytest.mark.parametrize(
    ("status", "second", "deleted"),
    [
        ("0001", "00000000", False),
        ("0009", "00000000", True),
        ("0008", "10000000", True),
        ("0011", "00200000", True),
        ("0013", "00800000", False),
    ],
)
def test_a_mail_that_thunderbird_has_deleted_but_not_compacted_is_left_out(
    tmp_path: Path, status: str, second: str, deleted: bool
) -> None:
    put(tmp_path, "Inbox", mozilla(status, second, 1) + mozilla("0001", number=2))
    one, two = outcomes(tmp_path)
    assert isinstance(two, MailRecord)
    assert isinstance(one, Refusal) == deleted
    if isinstance(one, Refusal):
        assert (one.code, one.position, one.message_id) == ("deleted", "Inbox@0", "1@x")
        assert "deleted" in one.reason
        assert one.sent_at == two.sent_at
        assert one.addresses == ("ann@pumps.example", "bo@seals.example")


def test_a_sender_cannot_mark_a_mail_as_deleted(tmp_path: Path) -> None:
    forged = letter("X-Mozilla-Status: 0009", "X-Status: D", "X-Mailer: x").replace(b"\r\n", b"\n")
    put(tmp_path, "Inbox", written.mboxrd([forged, forged]))
    assert all(isinstance(item, MailRecord) for item in outcomes(tmp_path))


def test_a_mail_marked_as_deleted_by_mutt_or_dovecot_is_left_out(tmp_path: Path) -> None:
    gone = letter("Status: RO", "X-Status: AD", "X-Keywords:", "X-UID: 12").replace(b"\r\n", b"\n")
    kept = letter("Status: RO", "X-Status: A", "Content-Length: 14").replace(b"\r\n", b"\n")
    put(tmp_path, "mbox", written.mboxrd([gone, kept]))
    one, two = outcomes(tmp_path)
    assert isinstance(one, Refusal)
    assert one.code == "deleted"
    assert isinstance(two, MailRecord)


def test_the_record_that_an_imap_server_keeps_in_its_mbox_is_no_mail(tmp_path: Path) -> None:
    inner = letter("Subject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA", "X-IMAP: 1 2")
    put(tmp_path, "mbox", written.mboxrd([inner.replace(b"\r\n", b"\n"), *numbered(1)]))
    one, two = outcomes(tmp_path)
    assert isinstance(one, Refusal)
    assert "record" in one.reason
    assert isinstance(two, MailRecord)


# Maildir


@pytest.mark.parametrize(
    ("name", "deleted"),
    [
        ("1:2,ST", True), ("1:2,S", False), ("1,S=12,W=13:2,DT", True), ("1;2,STln", True),
        ("1!2,T", True), ("T", False), ("1", False), ("1:2,", False), ("1:2,Sabt", False),
    ],
)  # fmt: skip
def test_the_flag_t_of_a_maildir_says_deleted(tmp_path: Path, name: str, deleted: bool) -> None:
    put(tmp_path, f"box/cur/{name}", numbered(1)[0])
    put(tmp_path, "box/new/2", numbered(2)[0])
    one, two = outcomes(tmp_path)
    assert isinstance(two, MailRecord)
    assert isinstance(one, Refusal) == deleted
    if isinstance(one, Refusal):
        assert (one.code, one.message_id) == ("deleted", "1@x")


# Apple Mail


def emlx(mail: bytes, flags: int | None = 1) -> bytes:
    keys = "" if flags is None else f"<key>flags</key>\n\t<integer>{flags}</integer>"
    plist = f'<?xml version="1.0"?>\n<plist version="1.0">\n<dict>\n\t{keys}\n</dict>\n</plist>\n'
    return f"{len(mail)}     \n".encode() + mail + plist.encode()


def test_apple_mails_own_folders_are_read(tmp_path: Path) -> None:
    box = "V10/1A2B/INBOX.mbox/3C4D/Data"
    put(tmp_path, f"{box}/Messages/1.emlx", emlx(numbered(1)[0]))
    put(tmp_path, f"{box}/1/Messages/2.partial.emlx", emlx(numbered(2)[0], None))
    put(tmp_path, f"{box}/1/Attachments/2/2/offer.pdf", b"%PDF")
    put(tmp_path, f"{box}/1/Messages/3.emlx", emlx(numbered(3)[0], 0b11))
    put(tmp_path, "V10/1A2B/INBOX.mbox/Info.plist", b"<plist/>")
    put(tmp_path, "V10/1A2B/Sent Messages.mbox/3C4D/Data/Messages/9.emlx", emlx(numbered(9)[0]))
    put(tmp_path, "V10/MailData/Envelope Index", b"SQLite")
    assert [(folder, sent) for _, folder, sent in places(tmp_path)] == [
        ("INBOX", False), ("INBOX", False), ("INBOX", False), ("Sent Messages", True),
    ]  # fmt: skip
    two, three, one, nine = outcomes(tmp_path)
    assert isinstance(three, Refusal)
    assert (three.code, three.message_id) == ("deleted", "3@x")
    ids = [item.message_id for item in (one, two, nine) if isinstance(item, MailRecord)]
    assert ids == ["1@x", "2@x", "9@x"]


def test_the_list_behind_one_of_apples_mails_is_no_part_of_it(tmp_path: Path) -> None:
    put(tmp_path, "1.emlx", emlx(numbered(1)[0]))
    assert [raw.data for raw in fetch(tmp_path / "1.emlx")] == numbered(1)
    put(tmp_path, "2.emlx", emlx(numbered(2)[0])[:100])  # cut off: as it is
    assert [raw.data for raw in fetch(tmp_path / "2.emlx")] == [emlx(numbered(2)[0])[9:100]]


def test_apples_export_is_a_folder_with_an_mbox_in_it(tmp_path: Path) -> None:
    put(tmp_path, "Sent.mbox/mbox", written.mboxrd(numbered(1, 2)))
    put(tmp_path, "Sent.mbox/table_of_contents", b"\0\1")
    assert [(folder, sent) for _, folder, sent in places(tmp_path)] == [("Sent", True)] * 2
    assert len(places(tmp_path / "Sent.mbox")) == 2


def test_an_emlx_file_that_is_none_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "1.emlx", letter())
    (refusal,) = outcomes(tmp_path)
    assert isinstance(refusal, Refusal)
    assert "Apple Mail" in refusal.reason


# Google Takeout


def labelled(labels: str, number: int) -> bytes:
    mail = letter(f"Message-ID: <{number}@x>").replace(b"\r\n", b"\n")
    return f"X-GM-THRID: 18\nX-Gmail-Labels: {labels}\n".encode() + mail


def takeout(path: Path, *mails: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Takeout/archive_browser.html", "<html>")
        archive.writestr("Takeout/Mail/User Settings/Filters.json", "{}")
        archive.writestr("Takeout/Drive/plan.eml", letter())
        archive.writestr("Takeout/Mail/Inbox.mbox", written.mboxrd(mails))
    return path


def test_of_a_takeout_only_the_mail_is_read(tmp_path: Path) -> None:
    path = takeout(tmp_path / "takeout-001.zip", *numbered(1, 2))
    assert [(place.split("@")[0], folder) for place, folder, _ in places(path)] == [
        ("Takeout/Mail/Inbox.mbox", "Inbox")
    ] * 2
    takeout(tmp_path / "takeout-002.zip", *numbered(3))
    assert len(places(tmp_path)) == 3


@pytest.mark.parametrize(
    ("labels", "folder", "sent"),
    [
        ("Inbox,Important,Opened", "Inbox", False),
        ("Opened,Category Updates,Archived", "Opened", False),
        ("Archived,Sent,Opened", "Sent", True),
        ("Unread,Customers/Seals,Sent", "Customers/Seals", True),
        ("=?UTF-8?Q?Ge=C3=B6ffnet,Gesendet?=", "Geöffnet", True),
        ('"Starred",\n Spam', "Spam", False),
        ("=?X-NO?Q?broken", "=?X-NO?Q?broken", False),
    ],
)
def test_the_labels_of_a_gmail_say_where_it_lies(
    tmp_path: Path, labels: str, folder: str, sent: bool
) -> None:
    path = takeout(tmp_path / "t.zip", labelled(labels, 1), *numbered(2))
    (_, *first), _ = places(path)
    assert first == [folder, sent]


# Packed single mails


def test_gzipped_mails_are_read(tmp_path: Path) -> None:
    put(tmp_path, "in/1.eml.gz", gzip.compress(numbered(1)[0]))
    put(tmp_path, "in/2.gz", gzip.compress(numbered(2)[0]) + gzip.compress(b"And more.\n"))
    put(tmp_path, "in/3.emlx.gz", gzip.compress(emlx(numbered(3)[0])))
    assert [(raw.position, raw.data) for raw in fetch(tmp_path)] == [
        ("in/1.eml.gz", numbered(1)[0]),
        ("in/2.gz", numbered(2)[0] + b"And more.\n"),
        ("in/3.emlx.gz", numbered(3)[0]),
    ]
    assert fetch_one(tmp_path / "in" / "1.eml.gz").data == numbered(1)[0]


def fetch_one(path: Path) -> RawMail:
    (raw,) = fetch(path)
    return raw


def zipped(root: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(root.rglob("*")):
            archive.write(file, file.relative_to(root))
    return path


def test_a_zip_of_what_programs_keep_is_read_as_the_folder_is(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    put(root, "box/cur/1:2,ST", numbered(1)[0])
    put(root, "box/new/2", numbered(2)[0])
    put(root, "box/tmp/half", b"From: x")
    put(root, "box/.Sent/cur/3:2,S", numbered(3)[0])
    put(root, "box/.Sent/tmp/half", b"From: x")
    put(root, "box/.hidden/4", numbered(4)[0])
    put(root, "bird/Inbox", mozilla("0009") + mozilla("0001"))
    put(root, "bird/Inbox.msf", b"x")
    put(root, "bird/Trash")
    put(root, "bird/Trash.msf", b"x")
    put(root, "V10/INBOX.mbox/3C/Data/Messages/1.partial.emlx", emlx(numbered(5)[0]))
    put(root, "V10/INBOX.mbox/3C/Data/Attachments/1/offer.pdf", b"%PDF")
    put(root, "Sent.mbox/mbox", written.mboxrd(numbered(6, 7)))
    whole = [raw._replace(took=None) for raw in fetch(root)]
    archive = zipped(root, tmp_path / "mine.zip")
    assert [raw._replace(took=None) for raw in fetch(archive)] == whole
    assert [(raw.folder, raw.sent, raw.code) for raw in whole] == [
        ("Sent", True, "refused"), ("Sent", True, "refused"), ("INBOX", False, "refused"),
        ("Inbox", False, "deleted"), ("Inbox", False, "refused"), ("Sent", True, "refused"),
        ("INBOX", False, "deleted"), ("INBOX", False, "refused"),
    ]  # fmt: skip
