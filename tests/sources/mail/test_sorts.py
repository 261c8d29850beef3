"""What sort of mail it is: a person's, a list's, or which of a machine's."""

import pytest

from kith.terms.words import Sort
from tests.sources.mail.letters import letter, read

PERSON, LIST, ROBOT = Sort.PERSON, Sort.LIST, Sort.ROBOT
RECEIPT, ABSENCE, BOUNCE, CALENDAR = Sort.RECEIPT, Sort.ABSENCE, Sort.BOUNCE, Sort.CALENDAR
AWAY = "I am out of the office until Monday."
FAILED = "Your message could not be delivered to the following recipient:\nbo@seals.example"


@pytest.mark.parametrize(
    ("header", "sort", "automatic"),
    [
        ("Auto-Submitted: auto-replied", ROBOT, True),
        ("Auto-Submitted: auto-generated; type=x", ROBOT, True),
        ("Auto-Submitted: no", PERSON, False),
        ("Auto-Submitted: No (really)", PERSON, False),
        ("Auto-Submitted: auto-replied (vacation)", ABSENCE, True),
        ("X-Autoreply: yes", ROBOT, True),
        ("X-Auto-Response-Suppress: All", ROBOT, True),
        ("Return-Path: <>", ROBOT, True),
        ("Return-Path: <ann@pumps.example>", PERSON, False),
        ("Precedence: auto_reply", ROBOT, True),
        ("From: no-reply@pumps.example", ROBOT, True),
        ("From: noreply-orders@pumps.example", ROBOT, True),
        ("From: norep@pumps.example", PERSON, False),
        ("From: rooter@pumps.example", PERSON, False),
        ("From: postmaster@pumps.example", ROBOT, True),
        ("From: MAILER-DAEMON@pumps.example", BOUNCE, True),
        ("Content-Type: multipart/report; boundary=b", ROBOT, True),
        ("Content-Type: multipart/report; report-type=feedback-report; boundary=b", ROBOT, True),
        ("Content-Type: Multipart/Report; report-type=delivery-status; boundary=b", BOUNCE, True),
        (
            "Content-Type: multipart/report; boundary=b; report-type=disposition-notification",
            RECEIPT,
            True,
        ),
        ("X-Failed-Recipients: bo@seals.example", BOUNCE, True),
        ("List-Id: <l.pumps.example>", LIST, False),
        ("List-Unsubscribe: <mailto:u@x>", LIST, False),
        ("X-BeenThere: seals@pumps.example", LIST, False),
        ("Sender: owner-seals@pumps.example", LIST, False),
        ("Return-Path: <seals-bounces+ann=x@pumps.example>", LIST, False),
        ("Sender: eva@pumps.example", PERSON, False),
        ("Precedence: Bulk", LIST, False),
        ("Cc: seals@yahoogroups.com", LIST, False),
        ("Cc: ann@notyahoogroups.com", PERSON, False),
        ("Precedence: first-class", PERSON, False),
    ],
)
def test_headers_of_the_standards_tell_the_sort(header: str, sort: Sort, automatic: bool) -> None:
    record = read(letter(header))
    assert (record.sort, record.automatic) == (sort, automatic)


@pytest.mark.parametrize(
    "subject",
    [
        "Out of Office AutoReply: Seals", "Automatic reply: Seals", "Automatische Antwort: Seals",
        "Abwesenheitsnotiz: Seals", "Réponse automatique : Seals", "Respuesta automática: Seals",
        "Risposta automatica: Seals", "Automatisch antwoord: Seals", "Out of Office: Re: Seals",
        "=?utf-8?q?R=C3=A9ponse_automatique?=",
    ],
)  # fmt: skip
def test_a_servers_own_subject_with_a_typical_text_is_an_absence(subject: str) -> None:
    record = read(letter(f"Subject: {subject}", body=AWAY))
    assert (record.sort, record.automatic) == (ABSENCE, True)


@pytest.mark.parametrize(
    ("headers", "text", "sort"),
    [
        (["Subject: Out of office"], AWAY, PERSON),
        (["Subject: Vacation plans", "Precedence: bulk"], "Where shall we go?", LIST),
        (["Subject: Urlaub", "Auto-Submitted: auto-replied"], "Bis Montag!", ABSENCE),
        (["Auto-Submitted: auto-replied"], "Cleo has left the company.", ABSENCE),
        (["Auto-Submitted: auto-replied"], "Frau Crane ist nicht mehr bei uns tätig.", ABSENCE),
        (["Subject: On vacation", "Precedence: junk"], AWAY, ABSENCE),
        (["Subject: Re: Out of Office AutoReply: x"], AWAY, PERSON),
        (["Subject: We have your request", "Auto-Submitted: auto-replied"], "Thanks.", ROBOT),
        (["Subject: Automatic reply: Seals"], "We will answer within a day.", ROBOT),
        (["Subject: Seals", "X-Autoreply: yes"], "Ich bin im Urlaub.", ABSENCE),
        (["Subject: Seals"], AWAY, PERSON),
    ],
)
def test_what_people_write_too_needs_a_header_or_a_text_of_a_machine(
    headers: list[str], text: str, sort: Sort
) -> None:
    assert read(letter(*headers, body=text)).sort is sort


@pytest.mark.parametrize(
    ("headers", "text", "sort"),
    [
        (["From: System <postmaster@x.example>", "Subject: Undeliverable: Seals"], "", BOUNCE),
        (["From: it@x.example", "Subject: Undeliverable: Seals"], FAILED, BOUNCE),
        (["From: it@x.example", "Subject: Undeliverable: Seals"], "How odd!", PERSON),
        (["Subject: Fw: Undeliverable: Seals"], FAILED, PERSON),
        (["Subject: Returned mail"], "See below.\n---- Forwarded by Bo ----\n" + FAILED, PERSON),
        (["Subject: Unzustellbar: Seals"], "Die Nachricht wurde nicht zugestellt.", BOUNCE),
        (["Subject: Read: Seals"], "Your message\n\n was read on Monday.", RECEIPT),
        (["Subject: Gelesen: Seals"], "Ihre Nachricht wurde am 4.3. gelesen.", RECEIPT),
        (["Subject: Read: a book on pumps"], "You should.", PERSON),
    ],
)
def test_bounces_and_receipts_without_reports_are_known_by_subject_and_text(
    headers: list[str], text: str, sort: Sort
) -> None:
    assert read(letter(*headers, body=text)).sort is sort


def report(*recipients: str) -> bytes:
    return letter(
        "From: Mail <it@x.example>",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        body="--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\n"
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.example\r\n\r\n"
        + "\r\n\r\n".join(recipients)
        + "\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        "From: ann@pumps.example\r\n\r\nHi\r\n--b--",
    )


def fate(action: str, status: str, address: str = "rfc822; Bo@Seals.example") -> str:
    return f"Final-Recipient: {address}\r\nAction: {action}\r\nStatus: {status}"


@pytest.mark.parametrize(
    ("fates", "sort", "gone"),
    [
        ([fate("failed", "5.1.1")], BOUNCE, ("bo@seals.example",)),
        ([fate("Failed (no such user)", "5.1.1 (unknown)")], BOUNCE, ("bo@seals.example",)),
        ([fate("failed", "5.4.4")], BOUNCE, ("bo@seals.example",)),
        ([fate("failed", "5.2.2")], BOUNCE, ()),
        ([fate("failed", "5.7.1")], BOUNCE, ()),
        ([fate("failed", "5.1.8")], BOUNCE, ()),
        ([fate("failed", "4.4.7")], BOUNCE, ()),
        ([fate("delayed", "4.4.1")], BOUNCE, ()),
        ([fate("delivered", "2.0.0")], RECEIPT, ()),
        ([fate("relayed", "2.0.0")], RECEIPT, ()),
        (
            [fate("failed", "5.1.1"), fate("failed", "5.0.0", "rfc822; c@x.example")],
            BOUNCE,
            ("bo@seals.example", "c@x.example"),
        ),
        (["Original-Recipient: rfc822;a@x.example\r\n" + fate("failed", "5.1.1")], BOUNCE,
         ("a@x.example",)),
    ],
)  # fmt: skip
def test_a_delivery_report_says_whom_mail_cannot_reach_any_more(
    fates: list[str], sort: Sort, gone: tuple[str, ...]
) -> None:
    for data in (report(*fates), report(*fates).replace(b"4 Mar 2025", b"nonsense")):
        record = read(data)
        assert (record.sort, record.automatic, record.gone) == (sort, True, gone)


def test_without_a_report_the_mailers_own_header_names_them() -> None:
    record = read(letter("X-Failed-Recipients: a@x.example, B@x.example"))
    assert record.gone == ("a@x.example", "b@x.example")


@pytest.mark.parametrize(
    ("method", "sort", "automatic"),
    [
        ("REQUEST", CALENDAR, False),
        ("CANCEL", CALENDAR, False),
        ("REPLY", CALENDAR, True),
        ("PUBLISH", PERSON, False),
    ],
)
def test_calendar_mail_is_known_by_its_calendar_part(
    method: str,
    sort: Sort,
    automatic: bool,
) -> None:
    data = letter(
        'Content-Type: multipart/alternative; boundary="b"',
        body="--b\r\nContent-Type: text/plain\r\n\r\nLunch?\r\n--b\r\n"
        "Content-Type: text/calendar; charset=utf-8\r\n\r\n"
        f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nEND:VCALENDAR\r\n--b--",
    )
    for one in (data, data.replace(b"4 Mar 2025", b"nonsense")):
        record = read(one)
        assert (record.sort, record.automatic) == (sort, automatic)


def test_a_list_says_where_it_lives() -> None:
    assert read(letter("List-Post: <mailto:info@firm.example>")).list_host == "firm.example"
    assert read(letter("List-Id: Seals <seals.Firm.example>")).list_host == "seals.firm.example"
    assert read(letter("Precedence: bulk")).list_host == ""
