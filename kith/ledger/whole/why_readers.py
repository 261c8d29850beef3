"""Why a mail is here or not, for a Message-ID, an address or a day."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from kith.ledger.imports.keys import address_key
from kith.ledger.imports.message_keys import message_key
from kith.ledger.people.models import Address
from kith.ledger.rights.models import User
from kith.ledger.whole.why import (
    Answer,
    Brought,
    Kept,
    OfAddress,
    OfDay,
    OfMessage,
    Outside,
    Reason,
)
from kith.ledger.whole.why_scope import Scope, day_of, instant_of, scope_of
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop
from kith.terms.words import Level

LONGEST = 998
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_KEPT = """
SELECT {reason}, a.undated_because, a.known_day, a.subject, a.open_level, {held}
FROM ledger_activity a WHERE a.id = %s AND {seen}
"""
_BROUGHT = """
SELECT b.id, m.address, b.started_at, MIN(r.how) FROM ledger_arrival r
JOIN ledger_batch b ON b.id = r.batch_id JOIN ledger_mailbox m ON m.id = b.mailbox_id
WHERE r.kind = 1 AND r.object_id = %s AND {own}
GROUP BY b.id, m.address, b.started_at ORDER BY b.id
"""
_OUTSIDE = """
SELECT l.code, l.reason, b.id, m.address, b.started_at, b.path, l.position, l.day
FROM ledger_leftout l
JOIN ledger_batch b ON b.id = l.batch_id JOIN ledger_mailbox m ON m.id = b.mailbox_id
WHERE l.message_key = %s AND {own} ORDER BY l.id
"""
_OF_ADDRESS = """
SELECT reason, COUNT(*), MIN(day), MAX(day) FROM (
    SELECT {reason} AS reason, a.known_day AS day FROM ledger_activity a
    WHERE a.kind = 'email' AND {seen} AND a.id IN (
        SELECT p.activity_id FROM ledger_participant p WHERE p.address_id = %s {part})
) found GROUP BY reason
"""
_ADDRESS_OUTSIDE = """
SELECT b.id, m.address, l.code, SUM(l.count) FROM ledger_leftoutaddress l
JOIN ledger_batch b ON b.id = l.batch_id JOIN ledger_mailbox m ON m.id = b.mailbox_id
WHERE l.key = %s AND {own} GROUP BY b.id, m.address, l.code ORDER BY b.id, l.code
"""
_OF_DAY = """
SELECT address, reason, COUNT(*) FROM (
    SELECT DISTINCT m.address, a.id, {reason} AS reason FROM ledger_activity a
    JOIN ledger_arrival r ON r.kind = 1 AND r.object_id = a.id
    JOIN ledger_mailbox m ON m.id = r.mailbox_id
    WHERE a.known_day = %s AND a.kind = 'email' AND {own}
) found GROUP BY address, reason ORDER BY address, reason
"""
_DAY_OUTSIDE = """
SELECT m.address, l.code, COUNT(*) FROM ledger_leftout l
JOIN ledger_batch b ON b.id = l.batch_id JOIN ledger_mailbox m ON m.id = b.mailbox_id
WHERE l.day = %s AND {own} GROUP BY m.address, l.code ORDER BY m.address, l.code
"""
# An index holds who belongs to an account, or counts in the mail. A colleague who was only copied
# is in neither, and in more mails than anybody.
_COUNTS = "AND (p.side > 0 OR p.account_id IS NOT NULL)"


def why(asked: str, *, user: User | None) -> Answer:
    """What became of what was asked for, as far as the user is told; None: the operator.

    Raises BadInput for what is neither a Message-ID nor an address nor a day.
    """
    text = asked.replace("\0", "").strip()[:LONGEST].strip("<>").strip()
    if not text:
        raise BadInput(
            gettext_noop("Nothing was asked."),
            cure=gettext_noop("Give a Message-ID, a mail address or a day."),
        )
    scope = scope_of(user)
    if _DAY.fullmatch(text):
        return _of_day(text, scope)
    message = _of_message(text, scope)
    if message.is_known or not _ADDRESS.fullmatch(text):
        return message
    address = _of_address(text.casefold(), scope)
    # Both look alike. What nobody has met is taken for what it looks more like.
    return address if address.is_known or not _looks_made(text) else message


def _looks_made(text: str) -> bool:
    """Whether what stands before the @ is a machine's: long, or half of it digits."""
    local = text.partition("@")[0]
    return len(local) > 30 or sum(c.isdigit() for c in local) * 2 > len(local)


def _of_message(text: str, scope: Scope) -> OfMessage:
    key = message_key(text)
    found = scope.rows("SELECT activity_id FROM ledger_mailkey WHERE key = %s", [key])
    kept = _kept(found[0][0], scope) if found and found[0][0] else None
    return OfMessage(
        text,
        kept,
        tuple(_outside(scope.rows(_OUTSIDE, [key]))),
        # That others answer a mail says something of theirs: the operator alone is told.
        mentioned=scope.whole and bool(found) and found[0][0] is None,
    )


def _kept(activity_id: int, scope: Scope) -> Kept | None:
    found = scope.rows(_KEPT, [activity_id])
    if not found:
        return None
    reason, because, day, subject, open_level, held = found[0]
    shown = not scope.whole and (held or open_level >= Level.SUBJECT)
    return Kept(
        activity_id,
        Reason(reason),
        because,
        day_of(day),
        subject if shown else None,
        tuple(
            Brought(pk, box, instant_of(began), how == 1)
            for pk, box, began, how in scope.rows(_BROUGHT, [activity_id])
        ),
    )


def _outside(rows: Iterable[tuple[Any, ...]]) -> Iterable[Outside]:
    for code, reason, pk, box, began, path, position, day in rows:
        yield Outside(code, reason, pk, box, instant_of(began), path, position, day_of(day))


def _of_address(address: str, scope: Scope) -> OfAddress:
    row = Address.objects.filter(address=address).first()
    found: list[tuple[Any, ...]] = []
    if row is not None:
        found = scope.rows(_OF_ADDRESS, [row.pk], part=_COUNTS if row.colleague_id else "")
    days = [day for *_, first, last in found for each in (first, last) if (day := day_of(each))]
    return OfAddress(
        address,
        met=bool(found) or (scope.whole and row is not None),
        is_ours=row is not None and row.colleague_id is not None,
        reasons={Reason(reason): count for reason, count, *_ in found},
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        outside=tuple(
            (pk, box, code, int(count))
            for pk, box, code, count in scope.rows(_ADDRESS_OUTSIDE, [address_key(address)])
        ),
    )


def _of_day(text: str, scope: Scope) -> OfDay:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(
            gettext_noop("{day} is no day."),
            cure=gettext_noop("Write it as 2026-03-31."),
            day=text,
        ) from error
    mailboxes: dict[str, dict[Reason, int]] = {}
    for box, reason, count in scope.rows(_OF_DAY, [day]):
        mailboxes.setdefault(box, {})[Reason(reason)] = count
    outside: dict[str, dict[str, int]] = {}
    for box, code, count in scope.rows(_DAY_OUTSIDE, [day]):
        outside.setdefault(box, {})[code] = count
    return OfDay(day, mailboxes, outside)
