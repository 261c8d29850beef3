"""What a source may hold that is no mail: each says so, stops nothing else, and costs little."""

import gzip
import os
import socket
import stat
import struct
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.sources.mail import directory, packed
from kith.sources.mail.chunks import chunks
from kith.sources.mail.fetch import fetch, is_large, measure
from kith.sources.mail.position import key
from kith.terms.errors import BadInput
from kith.terms.records import MailRecord, Refusal
from tests.sources.mail import boxes_written as written
from tests.sources.mail.letters import LATEST, letter


def outcomes(path: Path, after: str | None = None) -> list[MailRecord | Refusal]:
    return [item for chunk in chunks(path, latest=LATEST, after=after) for item in chunk.items]


def reasons(path: Path) -> dict[str, str]:
    return {i.position: i.reason for i in outcomes(path) if isinstance(i, Refusal)}


def refused(path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        next(fetch(path))
    assert caught.value.cure
    assert str(path) in caught.value.message
    return caught.value


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Nothing here may take long, whatever it is given."""
    start = time.monotonic()
    yield
    assert time.monotonic() - start < 60


# Not files


def test_a_pipe_a_socket_and_a_device_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        (tmp_path / "zero").symlink_to("/dev/zero")
        (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
        (tmp_path / "round").symlink_to(tmp_path)
        (tmp_path / "z.eml").write_bytes(letter())
        found = reasons(tmp_path)
        assert set(found) == {"pipe", "socket", "zero", "gone", "round"}
        assert all("neither a file nor a folder" in why for why in found.values())
        for name in ("pipe", "socket", "zero"):
            assert "neither" in refused(tmp_path / name).message
    assert "nothing at" in refused(tmp_path / "gone").message


def test_a_pipe_in_a_maildir_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "box" / "new").mkdir(parents=True)
    (tmp_path / "box" / "cur").mkdir()
    os.mkfifo(tmp_path / "box" / "cur" / "1:2,S")
    assert list(reasons(tmp_path)) == ["box/cur/1:2,S"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_stops_nothing_else(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "1").write_bytes(letter())
    (tmp_path / "a").chmod(stat.S_IWUSR)
    try:
        assert reasons(tmp_path) == {"a": "cannot be read: Permission denied"}
        assert len(outcomes(tmp_path)) == 2
        assert "cannot be read: Permission denied" in refused(tmp_path / "a").message
    finally:
        (tmp_path / "a").chmod(stat.S_IRWXU)


def test_a_file_that_goes_while_its_folder_is_read_is_refused(tmp_path: Path) -> None:
    for name in "123":
        (tmp_path / name).write_bytes(letter())
    mails = fetch(tmp_path)
    next(mails)
    (tmp_path / "2").unlink()
    assert [(raw.position, raw.problem) for raw in mails] == [
        ("2", "cannot be read: No such file or directory"), ("3", ""),
    ]  # fmt: skip


def test_a_box_that_is_cut_while_it_is_read_ends_there(tmp_path: Path) -> None:
    box = written.mboxrd([letter(body="x" * 300_000 + "\n")] * 20)
    (tmp_path / "box").write_bytes(box)
    mails = fetch(tmp_path / "box")
    first = next(mails)
    os.truncate(tmp_path / "box", len(box) // 2)
    rest = list(mails)
    assert 5 < len(rest) < 12
    assert all(raw.data == first.data for raw in rest[:-1])
    assert first.data.startswith(rest[-1].data)


# Not mail


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tgz", "a.7z", "a.rar", "a.olm", "a.nsf"])
def test_archives_of_other_kinds_say_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04" if name == "a.olm" else b"\x1f\x8b")
    (why,) = reasons(tmp_path).values()
    assert "not opened" in why
    assert "not opened" in refused(tmp_path / name).cure.lower()


@given(data=st.binary(min_size=1, max_size=2000), name=st.sampled_from(["x", "x.eml", "x.mbox"]))
def test_any_bytes_are_one_item_or_more_and_raise_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    root = tmp_path_factory.mktemp("bytes")
    (root / name).write_bytes(data)
    assert outcomes(root)


@settings(max_examples=200)
@given(
    name=st.sampled_from(["x.zip", "x.gz", "x.mbox.gz", "x.pst", "x.msg", "x.emlx", "x.eml.gz"]),
    start=st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08\0\0\0\0\0\0\3", b"!BDN", b"12\n"]),
    rest=st.binary(max_size=500),
)
def test_any_bytes_under_any_name_raise_nothing_but_bad_input(
    tmp_path_factory: pytest.TempPathFactory, name: str, start: bytes, rest: bytes
) -> None:
    root = tmp_path_factory.mktemp("bytes")
    (root / name).write_bytes(start + rest)
    assert len(outcomes(root)) == 1
    with suppress(BadInput):
        assert len(outcomes(root / name)) == 1


def test_a_line_of_200_megabytes_costs_no_more_than_the_largest_mail(tmp_path: Path) -> None:
    block = b"x" * 1_000_000
    with (tmp_path / "box").open("wb") as file:
        file.write(written.POSTMARK + letter("Subject: long", body="").replace(b"\r\n", b"\n"))
        for _ in range(200):
            file.write(block)
        file.write(b"\n\n" + written.POSTMARK + letter())
    with (tmp_path / "one.eml").open("wb") as file:
        file.write(letter("Subject: long"))
        for _ in range(200):
            file.write(block)
    assert [item.subject for item in outcomes(tmp_path) if isinstance(item, MailRecord)] == [
        "long", "Seals for the P-40", "long",
    ]  # fmt: skip


# Packed


def packed_box(count: int = 20) -> bytes:
    return written.mboxrd(
        [letter(f"Message-ID: <{n}@x>", body=f"{n}\n" * 99) for n in range(count)]
    )


PLAIN = packed_box(100)
PACKED = gzip.compress(PLAIN, mtime=0)


@settings(max_examples=60)
@given(cut=st.integers(1, len(PACKED) - 1), damage=st.booleans(), some=st.integers(0))
def test_a_packed_box_that_is_cut_off_or_damaged_gives_the_mails_before_and_says_so(
    tmp_path_factory: pytest.TempPathFactory, cut: int, damage: bool, some: int
) -> None:
    root = tmp_path_factory.mktemp("cut")
    rest = bytes([PACKED[cut] ^ 0xFF]) + PACKED[cut + 1 :] if damage else b""
    (root / "box.mbox.gz").write_bytes(PACKED[:cut] + rest)
    whole = list(fetch(root))
    if not damage:
        *mails, last = whole
        assert "cannot be read to its end" in last.problem
        assert all(raw.data in PLAIN for raw in mails)
    number = some % len(whole)
    assert list(fetch(root, after=whole[number].position)) == whole[number + 1 :]


def goes_on(path: Path) -> bool:
    """Whether from any of its items on, exactly the rest is fetched."""
    whole = list(fetch(path))
    places = [key(raw.position) for raw in whole]
    assert places == sorted(set(places))
    return all(
        list(fetch(path, after=raw.position)) == whole[number + 1 :]
        for number, raw in enumerate(whole)
    )


def test_a_zip_that_was_cut_off_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.eml", letter())
    whole = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(whole[:-30])
    (tmp_path / "b.eml").write_bytes(letter())
    assert list(reasons(tmp_path)) == ["a.zip"]
    assert "cut off" in reasons(tmp_path)["a.zip"]
    assert len(outcomes(tmp_path)) == 2
    assert "again" in refused(tmp_path / "a.zip").cure


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("kept.eml", os.urandom(5_000).hex())
        with archive.open("bomb.mbox", "w") as member:
            member.write(written.POSTMARK + letter())
            for _ in range(120):
                member.write(b"\0" * 1024 * 1024)
    with gzip.open(tmp_path / "b.mbox.gz", "wb") as file:
        file.write(written.POSTMARK + letter(body=""))
        for _ in range(120):
            file.write(b"\0" * 1024 * 1024)
    start = time.monotonic()
    found = reasons(tmp_path)
    assert found["a.zip"] == packed.BOMB
    assert packed.BOMB in found.values()
    assert any(place.startswith("b.mbox.gz@") for place in found)
    assert time.monotonic() - start < 10
    assert packed.BOMB in refused(tmp_path / "a.zip").cure.replace("Unpacks", "unpacks")
    monkeypatch.setattr(packed, "FREE", 200 * 1024 * 1024)
    assert len(reasons(tmp_path / "a.zip")) == 1  # kept.eml: its bytes are no mail


def test_one_member_that_fills_a_disk_is_refused_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.eml", letter(body=os.urandom(800_000).hex()))
        with archive.open("2.eml", "w") as member:
            for _ in range(120):
                member.write(b"\0" * 1024 * 1024)
    assert reasons(tmp_path / "a.zip") == {"2.eml": packed.BOMB}
    assert len(outcomes(tmp_path / "a.zip")) == 2


def test_tricks_with_the_names_in_a_zip_are_names_and_no_more(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.eml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in (
            "../../up.eml",
            "/etc/root.eml",
            "C:\\in\\win.eml",
            "a//b/./c.eml",
            "é\x01.eml",
        ):
            archive.writestr(name, letter())
        archive.writestr(link, "/etc/passwd")
        archive.writestr("inner.zip", b"PK\x03\x04")
        archive.writestr("mail.pst", b"!BDN")
        archive.writestr("x.mbox.gz", b"\x1f\x8b")
    found = {raw.position: raw.problem for raw in fetch(tmp_path / "a.zip")}
    assert {place for place, problem in found.items() if not problem} == {
        "../../up.eml", "/etc/root.eml", "C:/in/win.eml", "a//b/./c.eml", "é\x01.eml",
    }  # fmt: skip
    assert found["link.eml"] == "a link, not a file"
    for name in ("inner.zip", "mail.pst", "x.mbox.gz"):
        assert "inside a zip" in found[name]
    assert goes_on(tmp_path / "a.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_of_one_name_in_a_zip_are_two(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(3):
            archive.writestr("in/1.eml", letter(f"Message-ID: <{number}@x>"))
        archive.writestr("in/1.eml (2)", letter())
    assert len({raw.position for raw in fetch(tmp_path / "a.zip")}) == 4
    assert goes_on(tmp_path / "a.zip")


def test_a_member_with_a_password_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.eml", letter())
    data = bytearray((tmp_path / "a.zip").read_bytes())
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    data[6] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert "password" in reasons(tmp_path)["a.zip/1.eml"]


def test_a_size_that_lies_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "1.eml.gz").write_bytes(gzip.compress(letter())[:-4] + struct.pack("<I", 2**32 - 1))
    assert measure(tmp_path) == (tmp_path / "1.eml.gz").stat().st_size
    assert not is_large(tmp_path, 1_000_000)


# Many


def test_a_folder_of_very_many_files_is_gone_on_with_in_its_middle(tmp_path: Path) -> None:
    for number in range(5_000):
        (tmp_path / str(number)).touch()
    last = sorted(map(str, range(5_000)))[-3]
    assert [raw.position for raw in fetch(tmp_path, after=last)] == ["998", "999"]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_everything_in_one_tree_is_gone_on_with_at_any_cut(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = _everything(tmp_path_factory)
    whole = list(fetch(root))
    cut = data.draw(st.integers(0, len(whole) - 1))
    assert list(fetch(root, after=whole[cut].position)) == whole[cut + 1 :]


_MADE: dict[str, Path] = {}


def _everything(factory: pytest.TempPathFactory) -> Path:
    if "root" not in _MADE:
        root = _MADE["root"] = factory.mktemp("everything")
        (root / "a.zip.d").mkdir()
        (root / "a.zip.d" / "1").write_bytes(letter())
        with zipfile.ZipFile(root / "a.zip", "w") as archive:
            archive.writestr("z.mbox", packed_box(4))
            archive.writestr("a/1.eml", letter())
            archive.writestr("a.eml", letter())
        (root / "b.mbox.gz").write_bytes(gzip.compress(packed_box(5))[:-20])
        (root / "c.mbox").write_bytes(written.mboxcl2([letter()] * 4))
        (root / "d.emlx").write_bytes(b"9\nA: b\n\nc\n<plist>")
        (root / "e.tar").write_bytes(b"x")
        (root / "f@12").write_bytes(letter())
        os.mkfifo(root / "g")
        (root / "h.zip").write_bytes(b"PK\x03\x04")
        (root / "i.pst").write_bytes(b"!BDN")
    return _MADE["root"]


def test_what_a_raw_mail_says_of_itself_is_what_the_chunks_count(tmp_path: Path) -> None:
    (tmp_path / "box.mbox").write_bytes(packed_box())
    (tmp_path / "one.eml").write_bytes(letter())
    raw = list(fetch(tmp_path))
    consumed = sum(chunk.consumed for chunk in chunks(tmp_path, latest=LATEST))
    assert (
        consumed
        == measure(tmp_path)
        == sum(len(one.data) if one.took is None else one.took for one in raw)
    )


def test_a_directory_too_large_to_hold_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(100):
            archive.writestr(f"{number}.eml", letter())
    assert directory.directory_size(str(tmp_path / "a.zip")) == 100 * 46 + sum(
        len(f"{number}.eml") for number in range(100)
    )
    monkeypatch.setattr(directory, "LARGEST", 4_000)
    assert "too many files" in reasons(tmp_path)["a.zip"]
    assert "too many files" in refused(tmp_path / "a.zip").cure.lower()


def test_a_directory_of_64_bits_is_measured(tmp_path: Path) -> None:
    end64 = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 9, 9, 1 << 40, 0)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, 10, 1)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0)
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04......" + end64 + locator + end)
    assert directory.directory_size(str(tmp_path / "a.zip")) == 1 << 40
    assert "too many files" in refused(tmp_path / "a.zip").cure.lower()
