"""Mboxes in every dialect come back as they were, whole and from any mail on."""

import gzip
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kith.sources.mail import mbox
from kith.sources.mail.fetch import fetch
from kith.sources.mail.position import key
from kith.sources.mail.raw import LARGEST
from tests.sources.mail import boxes_written as written
from tests.sources.mail.letters import letter

Writer = Callable[[Sequence[bytes]], bytes]

LINES = st.sampled_from(
    [
        "From here on\n", ">From the start\n", ">>From a quote\n", "Good morning.\n", "\n",
        "> ok\n", "From Bo at 10:15 on 4 Mar 2025\n", "Note: this\n", "\n\n\n",
        "x" * 100 + "\n", ">\n",
    ]
)  # fmt: skip
BODIES = st.lists(st.lists(LINES, max_size=8).map("".join), min_size=1, max_size=5)


def mails(bodies: Sequence[str]) -> list[bytes]:
    return [letter(body=body).replace(b"\r\n", b"\n") for body in bodies]


def bare(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").rstrip(b"\n")


def without_length(data: bytes) -> bytes:
    return re.sub(rb"\nContent-Length: \d+", b"", data)


def check(root: Path, data: bytes, wanted: Sequence[bytes], name: str = "box") -> None:
    """What is fetched is what was written; and from any of its mails on, exactly the rest."""
    path = root / name
    path.write_bytes(data)
    found = list(fetch(path))
    assert [bare(without_length(raw.data)) for raw in found] == [bare(mail) for mail in wanted]
    assert sum(raw.took or 0 for raw in found) == len(data)
    places = [key(raw.position) for raw in found]
    assert places == sorted(set(places))
    for number, raw in enumerate(found):
        assert list(fetch(path, after=raw.position)) == found[number + 1 :]


def quoted_once(mail: bytes) -> bytes:
    """What mboxo makes of it for good: '>From ' that stood in the text loses its '>'."""
    return re.sub(rb"^>(>*From )", rb"\1", mail, flags=re.MULTILINE)


@pytest.mark.parametrize("write", [written.mboxrd, written.crlf, written.undated])
@given(bodies=BODIES)
@example(bodies=["From Bo at 10:15 on 4 Mar 2025\nNote: this\n", ""])
def test_a_quoting_box_comes_back(
    tmp_path_factory: pytest.TempPathFactory, write: Writer, bodies: list[str]
) -> None:
    check(tmp_path_factory.mktemp("box"), write(mails(bodies)), mails(bodies))


@given(bodies=BODIES)
def test_mboxo_comes_back_but_for_what_it_quoted_for_good(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    wanted = [quoted_once(mail) for mail in mails(bodies)]
    check(tmp_path_factory.mktemp("box"), written.mboxo(mails(bodies)), wanted)


@given(bodies=BODIES)
def test_a_box_without_empty_lines_between_mails_comes_back(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    check(tmp_path_factory.mktemp("box"), written.unparted(mails(bodies)), mails(bodies))


@given(bodies=BODIES)
def test_mboxcl_comes_back_as_mboxo_does(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    wanted = [quoted_once(mail) for mail in mails(bodies)]
    check(tmp_path_factory.mktemp("box"), written.mboxcl(mails(bodies)), wanted)


@given(bodies=BODIES)
def test_mboxcl2_comes_back_whatever_stands_in_its_texts(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    bodies = ["From here on it is nobody's quote.\n", *bodies]
    check(tmp_path_factory.mktemp("box"), written.mboxcl2(mails(bodies)), mails(bodies))


def test_a_whole_mail_in_the_text_of_mboxcl2_is_no_mail_of_its_own(tmp_path: Path) -> None:
    inner = written.POSTMARK.decode() + letter().decode().replace("\r\n", "\n")
    check(
        tmp_path, written.mboxcl2(mails([f"See:\n\n{inner}", ""])), mails([f"See:\n\n{inner}", ""])
    )


def test_a_text_that_speaks_like_a_postmark_parts_no_mails_where_nothing_is_quoted(
    tmp_path: Path,
) -> None:
    wanted = mails(
        ["We met.\nFrom Bo at 10:15 on 4 Mar 2025\nNote: this\n", "\n\nFrom there\nA: b\n"]
    )
    check(tmp_path, b"".join(written.POSTMARK + mail + b"\n" for mail in wanted), wanted)


@pytest.mark.parametrize("length", ["0", "3", "99999", "999999999999", "many"])
def test_a_false_length_is_not_believed(tmp_path: Path, length: str) -> None:
    false = [
        letter(f"Content-Length: {length}", body=f"Text {n}.\n").replace(b"\r\n", b"\n")
        for n in range(3)
    ]
    (tmp_path / "box").write_bytes(written.mboxrd(false))
    assert [bare(raw.data) for raw in fetch(tmp_path / "box")] == [bare(mail) for mail in false]


@pytest.mark.parametrize(
    "postmark",
    [
        b"From - Tue Mar 04 10:15:00 2025\r\n",  # Thunderbird
        b"From 1799876543210987654@xxx Tue Mar 04 09:15:00 +0000 2025\n",  # Google Takeout
        b"From ???@??? Tue Mar 04 10:15:00 2025\n",  # Eudora
        b"From MAILER-DAEMON Tue Mar  4 10:15:00 2025\n",
        b"From ann@pumps.example  Tue Mar  4 10:15 CET 2025\n",
        b'From "Ann Ahlers" Tue Mar  4 10:15:00 2025 remote from pumps\n',
        b"From nobody\n",
        b"From \n",
    ],
)
def test_the_postmarks_of_many_writers_are_known(tmp_path: Path, postmark: bytes) -> None:
    wanted = mails(["a\n", "b\n", "c\n"])
    (tmp_path / "box").write_bytes(b"".join(postmark + mail + b"\n" for mail in wanted))
    assert [bare(raw.data) for raw in fetch(tmp_path / "box")] == [bare(mail) for mail in wanted]


@given(cut=st.integers(1, 900))
def test_a_box_that_was_cut_off_keeps_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    wanted = mails(["One.\n" * 20, "Two.\n" * 20, "Three.\n" * 20])
    whole = written.mboxrd(wanted)
    path = tmp_path_factory.mktemp("cut") / "box"
    path.write_bytes(whole[:-cut])
    *before, last = fetch(path)
    assert [raw.data for raw in before] == wanted[: len(before)]
    assert sum(raw.took or 0 for raw in [*before, last]) == len(whole) - cut
    stump = whole[key(last.position)[1] : -cut].removeprefix(written.POSTMARK)
    assert bare(last.data) == bare(stump)
    assert not any(raw.problem for raw in [*before, last])


@pytest.mark.parametrize("size", [mbox.BLOCK - 700, mbox.BLOCK, 3 * mbox.BLOCK])
@pytest.mark.parametrize("write", [written.mboxrd, written.mboxcl2, written.unparted])
def test_mails_across_blocks_come_back(tmp_path: Path, write: Writer, size: int) -> None:
    bodies = ["From now on\n", "x" * size + "\n", ("y" * 77 + "\n") * (size // 78), "z\n"]
    check(tmp_path, write(mails(bodies)), mails(bodies))


def test_a_mail_too_large_is_cut_and_the_next_one_is_had(tmp_path: Path) -> None:
    large = letter(body="x" * LARGEST + "\n" + "y\n" * 3_000_000).replace(b"\r\n", b"\n")
    path = tmp_path / "box"
    path.write_bytes(written.mboxrd([*mails("a"), large, *mails("b")]))
    first, second, third = fetch(path)
    assert len(second.data) < LARGEST
    assert large.startswith(second.data)
    assert second.took is not None
    assert second.took > len(large)
    assert bare(third.data) == bare(*mails("b"))
    assert list(fetch(path, after=second.position)) == [third]
    assert list(fetch(path, after=first.position)) == [second, third]


@given(bodies=BODIES)
def test_a_gzipped_box_is_the_box(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    root, data = tmp_path_factory.mktemp("gz"), written.mboxrd(mails(bodies))
    check(root, data, mails(bodies), "Sent.mbox")
    plain = list(fetch(root / "Sent.mbox"))
    (root / "Sent.mbox.gz").write_bytes(gzip.compress(data))
    packed = list(fetch(root / "Sent.mbox.gz"))
    assert [(raw.data, raw.folder, raw.sent) for raw in packed] == [
        (raw.data, "Sent", True) for raw in plain
    ]
    for number, raw in enumerate(packed):
        assert list(fetch(root / "Sent.mbox.gz", after=raw.position)) == packed[number + 1 :]
