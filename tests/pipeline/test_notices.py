"""Bounces and out-of-office answers, from files to what a reader is told of a contact."""

from datetime import date, timedelta

import pytest

from kith.ledger.activities.models import Activity, Notice
from kith.ledger.activities.notice_readers import notices_in, notices_of_contacts
from kith.ledger.people.models import Address, Contact
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import invite
from kith.terms.words import Level, Role
from tests.ledger.letters import NOON, Letter
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db

CLEO = "cleo@client.example"
DAY = NOON.date()
TO_CLEO = Letter("out", sender=f"Ann <{ANN}>", to=(CLEO,), cc=("dora@client.example",))
REPORT = """--b
Content-Type: text/plain

Your mail did not arrive.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.client.example

Final-Recipient: rfc822; {address}
Action: {action}
Status: {status}

--b--
"""


def bounce(address: str = CLEO, status: str = "5.1.1", *, action: str = "failed") -> Letter:
    return Letter(
        f"bounce{address}{status}",
        sender="Mail Delivery <mailer-daemon@mx.client.example>",
        subject="Undelivered mail",
        sent=NOON + timedelta(minutes=1),
        text=REPORT.format(address=address, action=action, status=status),
        headers={
            "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b"',
            "Auto-Submitted": "auto-replied",
        },
    )


AWAY = Letter(
    "away",
    sender=f"Cleo Crane <{CLEO}>",
    subject="Automatic reply: Seals for the P-40",
    sent=NOON + timedelta(minutes=2),
    text="I am out of the office, back on 20 March.\nPlease write to dora@client.example.",
    headers={"Auto-Submitted": "auto-replied"},
)


LEFT = Letter(
    "left",
    sender=f"Cleo Crane <{CLEO}>",
    subject="Automatic reply: Seals for the P-40",
    sent=NOON + timedelta(minutes=2),
    text="I am no longer with Client.\nPlease write to dora@client.example.",
    headers={"Auto-Submitted": "auto-replied"},
)


def rows() -> list[tuple[str | None, str, date | None, str | None]]:
    return sorted(
        (
            row.address.address if row.address else None,
            row.kind,
            row.until,
            row.successor.address if row.successor else None,
        )
        for row in Notice.objects.select_related("address", "successor")
    )


def told(user: User, on: date = DAY) -> list[tuple[str, str, date | None, str]]:
    contacts = Contact.objects.values_list("id", flat=True)
    return [
        (one.address, one.kind, one.until, one.successor)
        for many in notices_of_contacts(user, contacts, on).values()
        for one in many
    ]


def test_a_bounce_marks_the_address_it_names(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce())
    assert rows() == [(CLEO, "bounced", None, None)]
    assert told(firm) == [(CLEO, "bounced", None, "")]
    activity = Activity.objects.get(sort="bounce")
    assert activity.is_automatic
    assert [one.address for one in notices_in(firm, activity.pk)] == [CLEO]


def test_a_bounce_read_before_the_mail_it_answers_waits_for_its_address(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(bounce(), AWAY)
    assert not Address.objects.filter(address="dora@client.example").exists()
    assert [row[-1] for row in rows()] == [None, None]
    bring_in(TO_CLEO, sent=True)
    assert rows() == [
        (CLEO, "away", date(2025, 3, 20), "dora@client.example"),
        (CLEO, "bounced", None, None),
    ]


def test_an_address_that_only_a_bounce_names_is_not_made(firm: User, bring_in: BringIn) -> None:
    bring_in(bounce("nobody@client.example"))
    assert rows() == [(None, "bounced", None, None)]
    assert not Address.objects.filter(address="nobody@client.example").exists()
    assert told(firm) == []


@pytest.mark.parametrize(
    ("status", "action"),
    [("4.4.1", "delayed"), ("4.4.7", "failed"), ("5.2.2", "failed"), ("5.7.1", "failed")],
)
def test_what_passes_or_is_not_the_addresss_fault_marks_nothing(
    status: str, action: str, firm: User, bring_in: BringIn
) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce(status=status, action=action))
    assert rows() == []
    assert Activity.objects.get(sort="bounce").is_automatic


def test_an_absence_is_told_until_the_day_of_return(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(AWAY)
    said = (CLEO, "away", date(2025, 3, 20), "dora@client.example")
    assert told(firm, date(2025, 3, 3)) == []
    assert told(firm, DAY) == told(firm, date(2025, 3, 19)) == [said]
    assert told(firm, date(2025, 3, 20)) == []


def test_a_bounce_is_told_until_its_address_writes_again(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(bounce())
    bring_in(Letter("again", sender=CLEO, sent=NOON + timedelta(days=3)))
    assert told(firm) == []


def test_who_has_left_is_told_apart_from_who_is_away(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(LEFT)
    said = (CLEO, "left", None, "dora@client.example")
    assert rows() == [said]
    assert [one[:3] for one in told(firm, date(2026, 3, 4))] == [said[:3]]
    bring_in(Letter("again", sender=CLEO, sent=NOON + timedelta(days=3)))
    assert told(firm) == []


def test_a_notice_is_written_once_however_often_its_mail_is_seen(
    firm: User, bring_in: BringIn
) -> None:
    for mailbox in (ANN, ANN, BEN):
        bring_in(AWAY, mailbox=mailbox)
    assert len(rows()) == 1


def test_what_an_absence_says_is_told_to_those_who_may_read_it(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(TO_CLEO, sent=True)
    bring_in(AWAY, bounce())
    other = invite("eve@firm.example", "Eve", Role.REPRESENTATIVE, actor=None)
    assert [kind for _, kind, *_ in told(other)] == ["bounced"]
    assert [kind for _, kind, *_ in told(firm)] == ["away"]


def test_what_is_not_kept_is_not_read(firm: User, bring_in: BringIn) -> None:
    bring_in(TO_CLEO, sent=True, keep=Level.METADATA)
    bring_in(AWAY, LEFT, keep=Level.METADATA)
    assert rows() == []
    assert Activity.objects.filter(sort="absence", is_automatic=True).count() == 2
