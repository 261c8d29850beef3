"""Outlook's files: .msg made here, .pst where real ones lie beside the checkout."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.sources.mail.chunks import chunks
from kith.sources.mail.fetch import fetch, measure
from kith.sources.mail.position import key
from kith.terms.errors import BadInput
from kith.terms.records import MailRecord, Refusal
from kith.terms.words import Part
from tests.sources.mail import outlook_written as made
from tests.sources.mail.letters import LATEST, addresses
from tests.sources.mail.outlook_written import BO, LETTER, msg

Item = dict[int, made.Value]
REAL = Path(os.environ.get("KITH_REAL_DATA", "~/.cache/kith-data")).expanduser() / "outlook"


def outcomes(path: Path) -> list[MailRecord | Refusal]:
    return [item for chunk in chunks(path, latest=LATEST) for item in chunk.items]


def read(tmp_path: Path, data: bytes) -> MailRecord:
    (tmp_path / "one.msg").write_bytes(data)
    (found,) = outcomes(tmp_path)
    assert isinstance(found, MailRecord), found
    return found


def test_a_message_without_transport_headers_is_read_from_its_properties(tmp_path: Path) -> None:
    cc: Item = {made.NAME: "'Cy \"The\" Cole, Esq.'", made.ADDRESS: "cy@x.example", made.KIND: 2}
    hidden: Item = {made.NAME: "dee@x.example", made.ADDRESS: "dee@x.example", made.KIND: 3}
    record = read(tmp_path, msg(LETTER, BO, cc, hidden))
    assert record.subject == "Seals for the P-40"
    assert record.text.strip() == "Good morning."
    assert record.message_id == "m1@pumps.example"
    assert record.sent_at is not None
    assert record.sent_at.isoformat() == "2025-03-04T09:15:00+00:00"
    assert record.offset_minutes is None
    assert addresses(record, Part.FROM) == ["ann@pumps.example"]
    assert addresses(record, Part.TO) == ["bo@seals.example"]
    (cole,) = (who for part, who in record.parties if part is Part.CC)
    assert cole.name == 'Cy "The" Cole, Esq.'
    assert addresses(record, Part.BCC) == ["dee@x.example"]


def test_transport_headers_are_believed_where_they_are_there(tmp_path: Path) -> None:
    headers = (
        "Microsoft Mail Internet Headers Version 2.0\r\n"
        "Received: from a\r\n\tby b; Wed, 5 Mar 2025 08:00:00 +0200\r\n"
        "From: Eve <eve@real.example>\r\nTo: all@seals.example\r\n"
        "Date: Wed, 5 Mar 2025 08:00:00 +0200\r\nContent-Type: multipart/mixed;\r\n boundary=x\r\n"
    )
    record = read(tmp_path, msg({**LETTER, made.HEADERS: headers}, BO))
    assert addresses(record, Part.FROM) == ["eve@real.example"]
    assert addresses(record, Part.TO) == ["all@seals.example"]
    assert record.offset_minutes == 120
    assert record.subject == "Seals for the P-40"  # not among the headers: from the properties
    assert record.text.strip() == "Good morning."


def test_texts_are_read_in_their_code_pages(tmp_path: Path) -> None:
    cyrillic = {**LETTER, made.SUBJECT: "Насос", made.BODY: "Привет", made.TEXT_PAGE: 1251}
    record = read(tmp_path, msg(cyrillic, BO, coded="cp1251"))
    assert (record.subject, record.text.strip()) == ("Насос", "Привет")
    html = {**LETTER, made.HTML: "<p>Grüße</p>".encode("cp1252"), made.HTML_PAGE: 1252}
    del html[made.BODY]
    assert read(tmp_path, msg(html, BO)).text.strip() == "Grüße"


def test_who_wrote_for_another_is_the_sender(tmp_path: Path) -> None:
    behalf = {**LETTER, made.BEHALF_NAME: "The Chief", made.BEHALF_ADDRESS: "chief@pumps.example"}
    (tmp_path / "one.msg").write_bytes(msg(behalf, BO))
    (raw,) = fetch(tmp_path)
    assert b'From: "The Chief" <chief@pumps.example>\r\nSender: "Ann Ahlers" <ann@' in raw.data


def test_a_line_break_in_a_property_makes_no_header(tmp_path: Path) -> None:
    record = read(tmp_path, msg({**LETTER, made.SUBJECT: "a\r\nTo: eve@x.example\r\n\r\nb"}, BO))
    assert record.subject == "a To: eve@x.example b"
    assert addresses(record, Part.TO) == ["bo@seals.example"]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("IPM.Contact", "a contact"), ("IPM.Appointment", "an appointment"), ("IPM.Foo", "IPM.Foo")],
)
def test_an_item_that_is_no_mail_is_refused_by_its_kind(
    tmp_path: Path, kind: str, reason: str
) -> None:
    (tmp_path / "one.msg").write_bytes(msg({**LETTER, made.CLASS: kind}, BO))
    (found,) = outcomes(tmp_path)
    assert isinstance(found, Refusal)
    assert found.reason == f"not a mail: {reason}"


def test_a_msg_is_read_in_a_zip_and_by_itself_alike(tmp_path: Path) -> None:
    (tmp_path / "a.msg").write_bytes(msg(LETTER, BO))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.write(tmp_path / "a.msg", "c.msg")
    one, two = fetch(tmp_path)
    (alone,) = fetch(tmp_path / "a.msg")
    assert one.data == two.data == alone.data
    assert [one.position, two.position, alone.position] == ["a.msg", "b.zip/c.msg", "a.msg"]


WRITTEN = msg({**LETTER, made.BODY: "x" * 5000}, BO)


@settings(max_examples=150)
@given(
    cut=st.integers(0, len(WRITTEN)),
    flips=st.lists(st.tuples(st.integers(0), st.binary(min_size=1, max_size=8)), max_size=4),
)
def test_a_broken_msg_is_refused_or_read_but_raises_nothing(
    tmp_path_factory: pytest.TempPathFactory, cut: int, flips: list[tuple[int, bytes]]
) -> None:
    data = bytearray(WRITTEN[: cut or len(WRITTEN)])
    for where, what in flips:
        at = where % len(data)
        data[at : at + len(what)] = what
    root = tmp_path_factory.mktemp("broken")
    (root / "one.msg").write_bytes(data)
    assert len(outcomes(root)) == 1


def test_without_the_extra_a_data_file_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypff", None)
    (tmp_path / "old.pst").write_bytes(b"!BDN" + b"\0" * 600)
    with pytest.raises(BadInput, match=r"'\.\[outlook\]'"):
        next(fetch(tmp_path / "old.pst"))
    (refusal,) = outcomes(tmp_path)
    assert isinstance(refusal, Refusal)
    assert "'.[outlook]'" in refusal.reason


def test_what_is_no_data_file_says_so(tmp_path: Path) -> None:
    pytest.importorskip("pypff")
    (tmp_path / "old.pst").write_bytes(b"!BDN" + b"\0" * 600)
    with pytest.raises(BadInput, match="Not an Outlook data file"):
        next(fetch(tmp_path / "old.pst"))
    (refusal,) = outcomes(tmp_path)
    assert isinstance(refusal, Refusal)
    assert refusal.position == "old.pst"


@pytest.mark.real_data
def test_real_data_files_are_read_and_gone_on_with_at_any_item() -> None:
    pytest.importorskip("pypff")
    files = sorted(REAL.glob("*.pst"))
    if not files:
        pytest.skip("no real data file is there")
    for file in files:
        whole = list(fetch(file))
        places = [key(raw.position) for raw in whole]
        assert places == sorted(set(places))
        for number, raw in enumerate(whole):
            assert list(fetch(file, after=raw.position)) == whole[number + 1 :]
        assert measure(file) == file.stat().st_size
    records = [item for item in outcomes(REAL) if isinstance(item, MailRecord)]
    assert records
    assert all(record.parties for record in records if record.sent_at)
