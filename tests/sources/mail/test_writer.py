"""Who speaks in a mail, and who else is in it: lists, delegates, exports, mails passed on."""

from base64 import b64encode

import pytest

from kith.sources.mail.exchange import unwrapped
from kith.sources.mail.parse import parse
from kith.sources.mail.raw import RawMail
from kith.terms.records import MailRecord
from kith.terms.words import Part
from tests.sources.mail.letters import LATEST, addresses, letter, read

DN = "/O=PUMPS/OU=EUROPE/CN=RECIPIENTS/CN=AAHLERS"


def speaks(*headers: str) -> tuple[str, str]:
    part, who = read(letter(*headers)).parties[0]
    assert part is Part.FROM
    return who.name, who.address


@pytest.mark.parametrize(
    "headers",
    [
        ["X-Original-From: Cleo Crane <cleo@x.example>"],
        ["List-Id: <info.firm.example>", "Reply-To: Cleo Crane <cleo@x.example>"],
        ["List-Id: <info.firm.example>", "Reply-To: cleo@x.example"],
        ["Mailing-List: list info@firm.example",
         "Reply-To: info@firm.example, Cleo Crane <cleo@x.example>"],
        ["X-BeenThere: info@firm.example", "Cc: b@x.example, Cleo Crane <cleo@x.example>"],
    ],
)  # fmt: skip
def test_behind_a_lists_address_the_person_speaks(headers: list[str]) -> None:
    rewritten = "From: 'Cleo Crane' via Info <info@firm.example>"
    assert speaks(rewritten, *headers) == ("Cleo Crane", "cleo@x.example")


def test_a_group_that_puts_the_address_into_the_name() -> None:
    shown = 'From: "Cleo Crane cleo@x.example [seals]" <seals@groups.example>'
    name = speaks(shown, "Mailing-List: list seals@groups.example")
    assert name == ("Cleo Crane", "cleo@x.example")


@pytest.mark.parametrize(
    "headers",
    [
        ["Reply-To: Cleo Crane <cleo@x.example>"],
        ["List-Id: <x.firm.example>"],
        ["List-Post: <mailto:l@firm.example>", "Reply-To: l@firm.example"],
    ],
)
def test_who_is_hidden_by_no_list_or_named_nowhere_stays_as_shown(headers: list[str]) -> None:
    shown = speaks("From: Cleo Crane via Signing <sign@s.example>", *headers)
    assert shown == ("Cleo Crane via Signing", "sign@s.example")


def test_who_typed_for_somebody_is_named_beside_them() -> None:
    record = read(letter("Sender: Eva <eva@pumps.example>"))
    assert addresses(record, Part.FROM) == ["ann@pumps.example"]
    assert addresses(record, Part.SENDER) == ["eva@pumps.example"]
    assert addresses(read(letter("Sender: ann@pumps.example")), Part.SENDER) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (f"{DN}", "aahlers@pumps"),
        ("/o=pumps/ou=x/cn=recipients/cn=0123456789abcdef0123456789ABCDEF-ann.ahlers",
         "ann.ahlers@pumps"),
        ("imceaex-_o=pumps_ou=eu_cn=recipients_cn=aahlers@pumps.example", "aahlers@pumps"),
        ("IMCEAEX-_O=PUMPS+20INC_OU=EU_CN=RECIPIENTS_CN=A+2EAHLERS@pumps.example",
         "a.ahlers@pumps-inc"),
        ("imceasmtp-bo+40seals+2eexample@pumps.example", "bo@seals.example"),
        ("imceanotes-+22Bo+22+20+3cbo+40seals+2eexample+3e@pumps.example", "bo@seals.example"),
        ("imceanotes-bo+20berg_seals@pumps.example",
         "imceanotes-bo+20berg_seals@pumps.example"),
        ("imceannounce@pumps.example", "imceannounce@pumps.example"),
        ("/cn=nobody", "/cn=nobody"),
    ],
)  # fmt: skip
def test_exchanges_own_names_lead_to_an_address(given: str, expected: str) -> None:
    assert unwrapped(given) == expected


def test_x500_names_stand_for_their_people() -> None:
    record = read(
        letter(
            f'From: "Ahlers, Ann" <{DN}>',
            f"To: {DN.replace('AAHLERS', 'BBERG')}, Cleo <cleo@x.example>",
        )
    )
    assert [(p, w.address, w.name) for p, w in record.parties] == [
        (Part.FROM, "aahlers@pumps", "Ahlers, Ann"),
        (Part.TO, "bberg@pumps", ""),
        (Part.TO, "cleo@x.example", "Cleo"),
    ]


@pytest.mark.parametrize(
    ("to", "names", "expected"),
    [
        ("bo.berg@x.example", "Berg, Bo <" + DN + ">", ["Berg, Bo"]),
        ("bo.berg@x.example", "Bo Berg/Pumps@Pumps", ["Bo Berg"]),
        ("bo.berg@x.example", "bo.berg@x.example", [""]),
        ("bo.berg@x.example", "Somebody Else", [""]),
        ("bo@x.example, c.crane@x.example", f"Berg, Bob <{DN}>, Crane, Cleo <{DN}>",
         ["", "Crane, Cleo"]),
        ("bberg@x.example, ccrane@x.example", "Bo Berg, Cleo Crane", ["Bo Berg", "Cleo Crane"]),
        ("bberg@x.example, ccrane@x.example", "Berg, Bo, Crane, Cleo", ["", ""]),
        ("Bo <bberg@x.example>, ccrane@x.example", "Bo Berg, Cleo Crane",
         ["Bo", "Cleo Crane"]),
    ],
)  # fmt: skip
def test_names_that_an_export_keeps_apart_come_to_the_addresses_they_fit(
    to: str, names: str, expected: list[str]
) -> None:
    record = read(letter(f"To: {to}", f"X-To: {names}"))
    assert [who.name for part, who in record.parties if part is Part.TO] == expected


PASSED_ON = letter(
    "Resent-From: Bo Berg <bo@seals.example>",
    "Resent-To: Dora <dora@y.example>",
    "Resent-Date: Wed, 5 Mar 2025 08:00:00 +0000",
    "Resent-Message-ID: <r1@seals.example>",
    "Received: from a by b; Tue, 4 Mar 2025 10:15:00 +0100",
)


def test_in_the_sent_folder_a_mail_passed_on_is_its_owners() -> None:
    record = parse(RawMail("x", "Sent", True, PASSED_ON), latest=LATEST)
    assert isinstance(record, MailRecord)
    assert addresses(record, Part.FROM) == ["bo@seals.example"]
    assert addresses(record, Part.TO) == ["dora@y.example"]
    assert (record.message_id, record.references) == ("r1@seals.example", ("m1@pumps.example",))
    assert record.sent_at is not None
    assert record.sent_at.day == 5


def test_elsewhere_it_is_its_writers_as_it_was() -> None:
    record = read(PASSED_ON)
    assert addresses(record, Part.FROM) == ["ann@pumps.example"]
    assert addresses(record, Part.TO) == ["bo@seals.example"]
    assert record.message_id == "m1@pumps.example"


TURNING = "\u202e\u2066\u200f\x07\x1b[31m"


def test_no_name_address_or_subject_can_reorder_what_stands_beside_it() -> None:
    record = read(
        letter(
            f'From: "{TURNING}Ann{TURNING}" <ann{chr(0x202E)}@pumps.example>',
            f"Subject: {TURNING}Seals{TURNING} für Ω",
            body=f"kept {TURNING} here",
        )
    )
    name, subject = record.parties[0][1].name, record.subject
    for text in (name, record.parties[0][1].address, subject):
        assert text.isprintable()
    assert (name, subject) == ("[31mAnn[31m", "[31mSeals[31m für Ω")
    assert "\u202e" in record.text


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (b"=?x-foo?q?Gr=FC=DFe?=", "Grüße"),
        (b"=?us-ascii?q?Gr=FC=DFe?=", "Grüße"),
        (b"=?iso-8859-1?q?Gr=C3=BC=C3=9Fe?=", "GrÃ¼ÃŸe"),
        (b"=?utf-8?q?Gr=FC=DFe?=", "Grüße"),
        (b"Gr\xfc\xdfe", "Grüße"),
        (b"Gr\xc3\xbc\xc3\x9fe", "Grüße"),
        (b"=?utf-8?b?R3LDvA==?= =?utf-8?b?w59l?=", "Grüße"),
        (b"=?utf-8?b?R3LD?= =?utf-8?b?vMOfZQ==?=", "Grüße"),
        (b"=?gb2312?b?" + b64encode("朱镕基".encode("gbk")) + b"?=", "朱镕基"),
        (b"=?utf-8?q?broken", "=?utf-8?q?broken"),
    ],
)
def test_letters_come_through_wrong_charsets(subject: bytes, expected: str) -> None:
    assert read(letter("Subject: SUBJECT").replace(b"SUBJECT", subject)).subject == expected


@pytest.mark.parametrize("header", ["X-Mailer: x", "Content-Type: text/plain; charset=iso-8859-1"])
def test_a_text_whose_letters_are_not_of_the_charset_it_names_is_read_as_it_is(header: str) -> None:
    assert read(letter(header, body="Schöne Grüße – à bientôt")).text == "Schöne Grüße – à bientôt"
