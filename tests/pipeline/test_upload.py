"""Uploads lie under names that nobody chose, inside one folder, no longer than needed."""

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.pipeline import upload
from kith.terms.errors import NotVisible, Refused

SAFE = re.compile(r"(mail|Sent)(\.[a-z0-9]{1,8}){0,2}\Z")
TRICKS = [
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "a/../../b.mbox", ".", "..", "",
    "\0.mbox", "x.mbox\n", "CON", "-rf", "a" * 400 + ".eml", "\u202egnp.exe", ".hidden", "𝔪.𝔟𝔬𝔵",
]  # fmt: skip


@given(st.text() | st.sampled_from(TRICKS))
def test_no_name_decides_where_a_file_lies(name: str) -> None:
    assert SAFE.match(upload.stored_name(name))


@given(st.text() | st.sampled_from(TRICKS))
def test_a_shown_name_is_one_short_line_without_signs_that_hide(name: str) -> None:
    shown = upload.shown_name(name)
    assert 0 < len(shown) <= 200
    assert shown.isprintable()
    assert not {"/", "\\"} & set(shown)
    assert shown.splitlines() == [shown]


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("INBOX.mbox", "mail.mbox"),
        ("Takeout.ZIP", "mail.zip"),
        ("Sent", "Sent"),
        ("Gesendete Objekte.mbox", "Sent.mbox"),
        ("Éléments envoyés.zip", "Sent.zip"),
        ("all.mbox.gz", "mail.mbox.gz"),
        ("Archive.2024.tar.gz", "mail.tar.gz"),
        ("note", "mail"),
        ("C:\\mail\\Sent.mbx", "Sent.mbx"),
    ],
)
def test_of_a_name_only_its_ending_and_sent_are_heeded(name: str, stored: str) -> None:
    assert upload.stored_name(name) == stored


def test_files_of_one_upload_lie_in_their_order_readable_by_nobody_else(home: Path) -> None:
    folder = upload.new_upload()
    one, two = upload.place(folder, 1, "../a.mbox"), upload.place(folder, 2, "Sent.mbox")
    assert (one.relative_to(folder), two.relative_to(folder)) == (
        Path("1/mail.mbox"),
        Path("2/Sent.mbox"),
    )
    assert folder.parent == home / "uploads"
    assert {oct(p.stat().st_mode & 0o777) for p in (folder.parent, folder, one.parent)} == {"0o700"}


def test_only_uploads_are_ever_deleted(home: Path, tmp_path: Path) -> None:
    folder = upload.new_upload().resolve()
    other = tmp_path / "mail"
    other.mkdir()
    for path in (other, home, home / "uploads", folder / "1", folder / ".." / ".." / "locks"):
        upload.clear(str(path))
        assert other.exists()
        assert folder.exists()
    upload.clear(str(folder))
    assert not folder.exists()


def test_what_no_batch_knows_goes_after_an_hour_without_a_byte(home: Path) -> None:
    old, written, used = (upload.new_upload().resolve() for _ in range(3))
    hours_ago = time.time() - 3 * upload.FORGOTTEN
    upload.place(written, 1, "a.mbox").write_bytes(b"still coming")
    for path in (old, written, written / "1", used):
        os.utime(path, (hours_ago, hours_ago))
    upload.clear_forgotten({str(used)})
    assert [old.exists(), written.exists(), used.exists()] == [False, True, True]


def test_too_much_is_refused_with_the_cure(home: Path, settings: pytest.FixtureRequest) -> None:
    settings.KITH_UPLOAD_BYTES = 5 << 20  # type: ignore[attr-defined]
    upload.refuse_too_large(5 << 20)
    with pytest.raises(Refused, match=r"\(5 MB\).*in parts"):
        upload.refuse_too_large((5 << 20) + 1)
    settings.KITH_UPLOAD_BYTES = 1 << 60  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="no room"):
        upload.refuse_too_large(1 << 59)


def test_only_what_lies_in_the_servers_folder_is_offered(
    tmp_path: Path, settings: pytest.FixtureRequest
) -> None:
    inbox = tmp_path / "inbox"
    settings.KITH_INBOX = inbox  # type: ignore[attr-defined]
    assert upload.inbox() == []
    inbox.mkdir()
    (inbox / "a.mbox").write_bytes(b"From ")
    (inbox / ".hidden").write_bytes(b"From ")
    (tmp_path / "secret").write_bytes(b"From ")
    (inbox / "link").symlink_to(tmp_path / "secret")
    (inbox / "out").symlink_to(tmp_path)
    assert upload.inbox() == ["a.mbox"]
    assert upload.inbox_path("a.mbox") == inbox / "a.mbox"
    for name in ("../secret", "link", "out", ".hidden", "", ".", "/etc/passwd", "a.mbox/../link"):
        with pytest.raises(NotVisible):
            upload.inbox_path(name)
    settings.KITH_INBOX = None  # type: ignore[attr-defined]
    assert upload.inbox() == []
