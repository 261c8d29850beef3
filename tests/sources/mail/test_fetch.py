import mailbox
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sources.mail.fetch import fetch, measure
from kith.sources.mail.folders import is_sent
from kith.sources.mail.position import key
from kith.terms.errors import BadInput
from tests.sources.mail.letters import letter


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(letter(f"X-Path: {path}"))


def write_mbox(path: Path, count: int, body: str = "From here on\nFrom there\n") -> list[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    box = mailbox.mbox(path)
    mails = [letter(f"X-Number: {n}", body=body * (n % 3)) for n in range(count)]
    for mail in mails:
        box.add(mail)
    box.close()
    return mails


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A tree with every kind of place in it."""
    write(
        tmp_path, "b/2.", "b/10.", "b/sent_items/1.", "a.eml", "note@12", "c/cur/1:2,S", "c/new/2"
    )
    write(tmp_path, "c/.Sent/cur/3:2,S", "c/.Sent/new/4")
    write_mbox(tmp_path / "d" / "Archive.mbox", 3)
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr("Sent/z.eml", letter("X-Path: zip"))
        archive.writestr("y.eml", letter("X-Path: zip"))
    return tmp_path


def test_a_tree_is_read_in_the_order_of_its_paths(everything: Path) -> None:
    found = [(raw.position, raw.folder, raw.sent) for raw in fetch(everything)]
    archive = [position for position, folder, _ in found if folder == "Archive"]
    assert [f for f in found if f[0] not in archive] == [
        ("a.eml", everything.name, False),
        ("b/10.", "b", False),
        ("b/2.", "b", False),
        ("b/sent_items/1.", "sent_items", True),
        ("c/.Sent/cur/3:2,S", "Sent", True),
        ("c/.Sent/new/4", "Sent", True),
        ("c/cur/1:2,S", "INBOX", False),
        ("c/new/2", "INBOX", False),
        ("e.zip/Sent/z.eml", "Sent", True),
        ("e.zip/y.eml", "e", False),
        ("note@12@0", everything.name, False),
    ]
    assert len(archive) == 3
    assert archive[0] == "d/Archive.mbox@0"
    assert [key(f[0]) for f in found] == sorted(key(f[0]) for f in found)


def test_it_goes_on_after_any_position(everything: Path) -> None:
    whole = list(fetch(everything))
    for number, raw in enumerate(whole):
        assert list(fetch(everything, after=raw.position)) == whole[number + 1 :]


def test_it_goes_on_though_files_came_and_went(everything: Path) -> None:
    positions = [raw.position for raw in fetch(everything)]
    (everything / "b" / "2.").unlink()
    (everything / "a.eml").unlink()
    write(everything, "a/early", "z")
    rest = [raw.position for raw in fetch(everything, after="b/2.")]
    assert rest == [*positions[positions.index("b/2.") + 1 :], "z"]


def test_measure_is_what_will_be_read(everything: Path) -> None:
    files = [raw for raw in fetch(everything) if "Archive" not in raw.position]
    archive = (everything / "d" / "Archive.mbox").stat().st_size
    assert measure(everything) == sum(len(raw.data) for raw in files) + archive


def test_files_of_programs_and_systems_are_not_mail(tmp_path: Path) -> None:
    write(tmp_path, "in/1", "in/.DS_Store", ".hidden/2", "in/dovecot.index", "Inbox.msf")
    write(tmp_path, "m/cur/1", "m/tmp/half", "m/dovecot-uidlist", "m/maildirfolder")
    assert [raw.position for raw in fetch(tmp_path)] == ["in/1", "m/cur/1"]


def test_what_is_not_mail_is_given_for_parse_to_refuse(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert [raw.data for raw in fetch(tmp_path)] == [b"\x89PNG"]


def test_a_single_mail_is_a_source(tmp_path: Path) -> None:
    write(tmp_path, "one.eml")
    assert [(r.position, r.folder) for r in fetch(tmp_path / "one.eml")] == [("one.eml", "")]
    assert list(fetch(tmp_path / "one.eml", after="one.eml")) == []


@pytest.mark.parametrize("name", ["Sent", "Sent.mbox"])
def test_an_mbox_is_a_folder_of_its_name(tmp_path: Path, name: str) -> None:
    mails = write_mbox(tmp_path / name, 4)
    found = list(fetch(tmp_path / name))
    assert [(raw.folder, raw.sent) for raw in found] == [("Sent", True)] * 4
    assert [plain(raw.data) for raw in found] == [plain(mail) for mail in mails]


def test_a_single_mail_with_a_postmark_lies_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "ham").mkdir()
    (tmp_path / "ham" / "1").write_bytes(b"From a@b.example  Tue Mar  4 10:15:00 2025\n" + letter())
    (raw,) = fetch(tmp_path / "ham")
    assert (raw.position, raw.folder, raw.data) == ("1@0", "ham", letter())


def test_from_in_a_text_parts_no_mails(tmp_path: Path) -> None:
    body = b"\n\nFrom here it is easy.\n\nFrom Bo at 10:15 on 4 Mar 2025\nwe heard nothing\n"
    post = b"From - Tue Mar  4 10:15:00 2025\n"
    (tmp_path / "box").write_bytes(post + letter() + body + b"\n" + post + letter())
    assert [raw.data for raw in fetch(tmp_path / "box")] == [letter() + body, letter()]


def plain(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").rstrip(b"\n")


@pytest.mark.parametrize("size", [60, 700_000, 1_048_000])
def test_an_mbox_larger_than_a_block_comes_back_whole(tmp_path: Path, size: int) -> None:
    mails = write_mbox(tmp_path / "box", 7, body="x" * 59 + "\n" + "y" * size + "\n")
    found = list(fetch(tmp_path / "box"))
    assert [plain(raw.data) for raw in found] == [plain(mail) for mail in mails]
    for number, raw in enumerate(found):
        assert list(fetch(tmp_path / "box", after=raw.position)) == found[number + 1 :]


@given(bodies=st.lists(st.text("ab >\nFrom", max_size=60), min_size=1, max_size=5))
def test_what_the_standard_library_writes_to_an_mbox_comes_back(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    path = tmp_path_factory.mktemp("boxes") / "box"
    box = mailbox.mbox(path)
    mails = [letter(body=body.replace("From", "from")) for body in bodies]
    for mail in mails:
        box.add(mail)
    box.close()
    assert [plain(raw.data) for raw in fetch(path)] == [plain(mail) for mail in mails]


def test_nothing_there_nothing_in_it_and_empty_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "folder").mkdir()
    for name in ("none", "empty", "folder"):
        with pytest.raises(BadInput) as caught:
            list(fetch(tmp_path / name))
        assert caught.value.cure
        assert name in caught.value.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_given_with_its_problem(tmp_path: Path) -> None:
    write(tmp_path, "1", "2")
    (tmp_path / "1").chmod(stat.S_IWUSR)
    assert [(r.position, bool(r.problem)) for r in fetch(tmp_path)] == [("1", True), ("2", False)]


def test_a_broken_zip_inside_a_tree_stops_nothing_else(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.eml", letter())
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[45] ^= 255
    (tmp_path / "a.zip").write_bytes(data)
    write(tmp_path, "b.eml")
    assert [(r.position, bool(r.problem)) for r in fetch(tmp_path)] == [
        ("a.zip/1.eml", True),
        ("b.eml", False),
    ]


def test_names_that_are_no_utf8_are_shown_as_text(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))).write_bytes(letter())
    (raw,) = fetch(tmp_path)
    assert raw.position == "caf\\xe9"
    assert list(fetch(tmp_path, after=raw.position)) == []


@pytest.mark.parametrize(
    "name",
    [
        "Sent", "Sent Items", "Sent Messages", "sent-mail", "_sent_mail", "sent_items",
        "INBOX.Sent", "[Gmail]/Sent Mail", "Gesendet", "Gesendete Objekte", "Gesendete Elemente",
        "Envoyés", "Éléments envoyés", "Enviados", "Inviata", "Posta inviata", "Verzonden",
    ],
)  # fmt: skip
def test_sent_folders_are_known_in_many_languages(name: str) -> None:
    assert is_sent(name)


@pytest.mark.parametrize("name", ["INBOX", "Sentinel", "Not sent", "consent", "all_documents", ""])
def test_other_folders_are_not_sent(name: str) -> None:
    assert not is_sent(name)
