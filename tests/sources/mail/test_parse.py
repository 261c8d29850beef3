from datetime import UTC, datetime, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sources.mail.parse import parse
from kith.sources.mail.raw import RawMail
from kith.terms.records import MailRecord, Refusal
from kith.terms.words import Part, Sort
from tests.sources.mail.letters import LATEST, addresses, letter, outcome, read


def test_a_plain_mail_is_read_whole() -> None:
    record = read(letter("Cc: c@seals.example", "References: <a@x> <b@x>", "In-Reply-To: <b@x>"))
    assert record.message_id == "m1@pumps.example"
    assert record.references == ("a@x", "b@x")
    assert record.sent_at == datetime(2025, 3, 4, 9, 15, tzinfo=UTC)
    assert record.offset_minutes == 60
    assert [(p, w.address, w.name) for p, w in record.parties] == [
        (Part.FROM, "ann@pumps.example", "Ann Ahlers"),
        (Part.TO, "bo@seals.example", "Bo Berg"),
        (Part.CC, "c@seals.example", ""),
    ]
    assert record.subject == "Seals for the P-40"
    assert record.text == "Good morning.\n"
    assert not record.automatic
    assert record.sort is Sort.PERSON


@pytest.mark.parametrize("data", [b"", b" \r\n\n"])
def test_empty_bytes_are_refused(data: bytes) -> None:
    assert outcome(data) == Refusal("x", "empty")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"Dear all,\n\nhello", b"a: b\n\nc"])
def test_what_is_no_mail_is_refused_with_the_reason(data: bytes) -> None:
    assert outcome(data) == Refusal("x", "not a mail: no sender, no date and no Message-ID")


@pytest.mark.parametrize(
    "header", ["From: a@b.example", "Date: 4 Mar 2025 10:15 +0000", "Message-ID: <q@b>"]
)
def test_one_of_sender_date_and_id_makes_it_a_mail(header: str) -> None:
    assert isinstance(outcome(letter(header, usual=False)), MailRecord)


def test_what_could_not_be_read_is_refused_with_that_problem() -> None:
    raw = RawMail("x", "", False, b"", "cannot be read: Permission denied")
    assert parse(raw, latest=LATEST) == Refusal("x", "cannot be read: Permission denied")


def test_sender_stands_in_where_from_is_missing() -> None:
    assert addresses(read(letter("From: ", "Sender: s@pumps.example")), Part.FROM) == [
        "s@pumps.example"
    ]


def test_the_name_of_the_writer_may_stand_in_x_from_alone() -> None:
    record = read(letter("From: ann@pumps.example", "X-From: Ahlers, Ann K. </O=PUMPS/CN=AAHLERS>"))
    assert record.parties[0][1].name == "Ahlers, Ann K."


def test_bodies_without_plain_text_are_read_from_html() -> None:
    record = read(letter("Content-Type: text/html", body="<p>One</p><p>Two &amp; three</p>"))
    assert record.text == "One\n\nTwo & three"


def test_attached_texts_are_not_the_mails_own() -> None:
    mail = EmailMessage()
    mail["From"], mail["Date"] = "a@b.example", "Tue, 4 Mar 2025 10:15:00 +0000"
    mail.set_content("mine\n")
    mail.add_attachment("the report", filename="report.txt")
    assert read(mail.as_bytes()).text == "mine\n"


@pytest.mark.parametrize(
    "charset", ["iso-8859-1", "no-such-charset", "us-ascii", "utf-8"], ids=lambda c: c
)
def test_a_wrong_charset_loses_no_letters(charset: str) -> None:
    data = letter(f"Content-Type: text/plain; charset={charset}", body="K\u00f6ln").decode()
    assert read(data.encode("latin-1")).text.strip() == "Köln"


def test_bytes_in_headers_and_bad_base64_are_read_as_well_as_can_be() -> None:
    data = letter("Content-Transfer-Encoding: base64", "Subject: K\u00f6ln", body="!!!")
    assert read(data).subject == "Köln"


def test_no_field_holds_what_a_database_refuses() -> None:
    record = read(letter("Subject: a\0b", 'To: "x\0" <t\0@seals.example>', body="one\0two"))
    assert record.subject == "ab"
    assert record.text == "onetwo"
    assert "\0" not in repr(record.parties)


def test_long_texts_and_subjects_are_cut() -> None:
    record = read(letter("Subject: " + "s" * 2000, body="x" * 1_100_000))
    assert (len(record.subject), len(record.text)) == (998, 1_000_000)
    assert record.size > 1_100_000


def test_line_ends_are_line_feeds() -> None:
    assert read(letter(body="a\r\nb\rc\n")).text == "a\nb\nc\n"


_FIRST = datetime(1990, 1, 2)  # noqa: DTZ001 (hypothesis wants naive bounds)
_LAST = datetime(2025, 12, 31)  # noqa: DTZ001
_NAMES = st.text("abc ÄéЖ,.-()", max_size=20)
UNFOLDED = default.clone(max_line_length=10_000)
_LOCAL = st.text("abcdefghij0123456789", min_size=1, max_size=12)
_DOMAINS = st.sampled_from(["pumps.example", "mail.seals.example", "xn--kln-sna.example"])
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=300)


@given(
    names=st.lists(
        st.tuples(_NAMES, _LOCAL, _DOMAINS), min_size=1, max_size=6, unique_by=lambda t: t[1]
    ),
    subject=st.text("abc ÄéЖ:[]?=", max_size=120),
    when=st.datetimes(_FIRST, _LAST),
    minutes=st.integers(-12 * 60, 14 * 60),
    text=_TEXTS,
)
def test_what_the_standard_library_writes_comes_back(
    names: list[tuple[str, str, str]], subject: str, when: datetime, minutes: int, text: str
) -> None:
    said = when.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    # Unfolded: where the standard library folds a name, it loses spaces between encoded words.
    mail = EmailMessage(policy=UNFOLDED)
    mail["From"] = "a@b.example"
    mail["To"] = [Address(" ".join(name.split()), local, domain) for name, local, domain in names]
    mail["Subject"] = " ".join(subject.split())
    mail["Date"] = format_datetime(said)
    mail.set_content(text)
    record = read(mail.as_bytes())
    assert addresses(record, Part.FROM) == ["a@b.example"]
    assert [(w.name, w.address) for p, w in record.parties if p is Part.TO] == [
        (" ".join(name.split()).strip(" ,"), f"{local}@{domain}") for name, local, domain in names
    ]
    assert record.subject == " ".join(subject.split())
    assert (record.sent_at, record.offset_minutes) == (said, minutes)
    assert record.text.rstrip("\n") == mail.get_content().rstrip("\n")


_ODD = [
    letter(),
    letter("Content-Type: multipart/mixed; boundary=b", body="--b\r\n\r\nhi\r\n--b--"),
    letter("Subject: =?utf-8?q?K=C3=B6ln?=", "Content-Transfer-Encoding: base64", body="aGFsbG8="),
    letter("To: team: a@x.example, \"b, c\" <d@x.example>;", "Date: Tue, 4 Mar 25 10:15 EST"),
    letter("Content-Type: text/html; charset=iso-8859-1", body="<p>a<br>b<script>c</script>"),
]  # fmt: skip


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    _is_storable(outcome(data))


@given(st.sampled_from(_ODD), st.data())
def test_no_damage_to_a_mail_raises(data: bytes, draw: st.DataObject) -> None:
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 6))):
        place = draw.draw(st.integers(0, len(damaged)))
        removed = draw.draw(st.integers(0, 20))
        damaged[place : place + removed] = draw.draw(
            st.binary(max_size=8)
            | st.sampled_from([b"\r\n", b"\n\n", b"=?", b"<", b'"', b"@", b":"])
        )
    _is_storable(outcome(bytes(damaged)))


def _is_storable(result: MailRecord | Refusal) -> None:
    assert isinstance(result, MailRecord | Refusal)
    if isinstance(result, MailRecord):
        names = [part for _, who in result.parties for part in (who.address, who.name)]
        for text in (
            result.subject,
            result.text,
            result.message_id or "",
            *names,
            *result.references,
        ):
            text.encode()
            assert "\0" not in text


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.example\n\n" + b"--x\n" * 50_000,
        b"From: a@b.example\nTo: " + b'"\\' * 40_000 + b"\n\n",
        b"From: a@b.example\nTo: " + b"(" * 50_000 + b"\n\n",
        b"From: a@b.example\nContent-Type: text/html\n\n" + b"<" * 200_000,
        b"From: a@b.example\nContent-Type: text/html\n\n" + b"<script>" * 30_000,
        b"From: a@b.example\nContent-Type: text/html\n\n" + b"<!--" * 50_000,
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(600)
        ),
    ],
    ids=["boundaries", "quotes", "comments", "tags", "scripts", "remarks", "depth"],
)
def test_hostile_mails_are_read_in_good_time(data: bytes) -> None:
    start = datetime.now(UTC)
    outcome(data)
    assert datetime.now(UTC) - start < timedelta(seconds=3)
