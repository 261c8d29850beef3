"""What a refresh must know of mails and lines before it asks whether something was given away.

Whatever its readers may see: for the pipeline alone.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from kith.ledger import bulk
from kith.ledger.questions.given import FREE_LINE, GIVEAWAY, line_key, mail_key
from kith.ledger.questions.models import Question

AT_ONCE = 2_000  # lines at no price that are looked at in one refresh

_MAILS = """
SELECT a.id, a.content_key, a.thread_id, a.known_day, t.text
FROM ledger_activity a JOIN ledger_activitytext t ON t.activity_id = a.id
WHERE a.id IN ({values})
"""
# Who of us stands in From, or typed it for somebody, and holds it in a mailbox of their own.
_WRITERS = """
SELECT p.activity_id, c.id, c.user_id
FROM ledger_participant p
JOIN ledger_address d ON d.id = p.address_id
JOIN ledger_colleague c ON c.id = d.colleague_id
JOIN ledger_arrival r ON r.kind = 1 AND r.object_id = p.activity_id
JOIN ledger_mailbox m ON m.id = r.mailbox_id AND m.owner_id = c.user_id
WHERE p.activity_id IN ({values}) AND p.part IN (1, 2)
ORDER BY p.activity_id, p.part DESC, c.id
"""  # kind 1: Arrival.ACTIVITY; parts: Part.FROM, Part.SENDER
_PRICED = """
SELECT i.day, p.number, p.name, f.name, l.text
FROM ledger_customer c
JOIN ledger_invoice i ON i.customer_id = c.id
JOIN ledger_invoiceline l ON l.invoice_id = i.id
LEFT JOIN ledger_product p ON p.id = l.product_id
LEFT JOIN ledger_family f ON f.id = p.family_id
WHERE c.account_id = %s AND i.day >= %s AND i.day <= %s AND l.net > 0
"""
_GIVEN = """
SELECT account_id, day FROM ledger_giveaway
WHERE withdrawn_at IS NULL AND account_id IN ({values})
"""
_LINES = """
SELECT l.id, i.number_key, l.line, s.user_id, a.owner_id
FROM ledger_invoiceline l
JOIN ledger_invoice i ON i.id = l.invoice_id
JOIN ledger_customer c ON c.id = i.customer_id
JOIN ledger_account a ON a.id = c.account_id
LEFT JOIN ledger_colleague s ON s.id = i.salesperson_id
WHERE l.id IN ({values}) AND NOT EXISTS (
    SELECT 1 FROM ledger_giveaway g WHERE g.line_id = l.id AND g.withdrawn_at IS NULL)
"""


class MailRead(NamedTuple):
    """A mail of ours as it is read again. `key`: of the question about it."""

    activity_id: int
    key: bytes
    thread_id: int | None
    day: date
    text: str


class WrittenBy(NamedTuple):
    """Who of us wrote a mail, and holds it."""

    colleague_id: int
    user_id: int


class FreeLine(NamedTuple):
    """A line at no price. `key`: of the question about it; `seller_id`, `owner_id`: users."""

    line_id: int
    key: bytes
    seller_id: int | None
    owner_id: int | None


def mails_read(activity_ids: Collection[int]) -> dict[int, MailRead]:
    """Those of the activities that have a text, by id."""
    return {
        pk: MailRead(pk, mail_key(key), thread, _day(day), text)
        for pk, key, thread, day, text in bulk.select_in(_MAILS, activity_ids)
    }


def writers_of(activity_ids: Collection[int]) -> dict[int, WrittenBy]:
    """Who wrote each of them; who typed for somebody before the one it was typed for."""
    found: dict[int, WrittenBy] = {}
    for pk, colleague, user in bulk.select_in(_WRITERS, activity_ids):
        found.setdefault(pk, WrittenBy(colleague, user))
    return found


def sold_after(account_id: int, day: date, days: int) -> list[tuple[str, ...]]:
    """What an account was charged for from that day on: each line's words for what it was."""
    until = day + timedelta(days=days)
    rows = bulk.select(_PRICED, [account_id, day, until])
    return [tuple(word for word in words if word) for _, *words in rows]


def giveaways_of(account_ids: Collection[int]) -> dict[int, list[date]]:
    """The days on which accounts were given something, as was written down."""
    found: dict[int, list[date]] = {}
    for account, day in bulk.select_in(_GIVEN, account_ids):
        found.setdefault(account, []).append(_day(day))
    return found


def free_lines(line_ids: Iterable[int]) -> dict[int, FreeLine]:
    """Those of the lines of which no giveaway was written down, by id."""
    return {
        pk: FreeLine(pk, line_key(invoice, line), seller, owner)
        for pk, invoice, line, seller, owner in bulk.select_in(_LINES, line_ids)
    }


def asked_mails() -> list[tuple[int, int, str]]:
    """Whom each mail's question was put to, its activity, and the answer; "" for none yet."""
    rows = Question.objects.filter(kind=GIVEAWAY, put_to__isnull=False)
    found = rows.values_list("put_to_id", "proposal__activity", "answer")
    return [(user, activity, answer) for user, activity, answer in found if user]


def asked_lines() -> list[tuple[int, int, int | None, str]]:
    """Of each line's question whom it was put to (0: the managers), account, product and answer."""
    rows = Question.objects.filter(kind=FREE_LINE)
    found = rows.values_list("put_to_id", "proposal__account", "proposal__product", "answer")
    return [(user or 0, account, product, answer) for user, account, product, answer in found]


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
