"""What a refresh asks about giveaways: mails of ours that give, lines of invoices at no price.

1. From the columns: mails to one customer of the last year that give (`Says.GIVES`), and lines with
   a quantity and no price.
2. From the ledger: which of them were never asked about, who wrote them, their texts, read again.
3. Left out: where somebody wrote a giveaway down round that day, or the thing was charged for
   within `WAIT` days; a mail of a thread in which another was asked about; what some of us said no
   to for that product at that account.

A mail is put to who wrote it, a line to who sold it, else to the account's owner, else to the
managers. Nothing is asserted: the asked may say no, and it is never asked again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import ibis

from kith.findings.relations import of_business
from kith.ledger.questions import given_asking as ledger
from kith.ledger.questions.given import put_already
from kith.ledger.questions.given_writers import AskingLine, AskingMail
from kith.pipeline.given_words import names
from kith.reading.giving import Given, giving
from kith.reading.quotes import new_text
from kith.terms.trade_words import GiveawayKind, LineSort
from kith.terms.words import Direction, Part, Says

WAIT = 30  # days within which an invoice may follow
BACK = 365  # days: of what was given longer ago nobody remembers why
ROUND = 3  # days before a mail on which a giveaway written down may be the same
EACH = 20  # of each sort that wait for one user at once
THREAD = 60  # days round a mail of a thread in which the same is spoken of
# What no invoice charges for: of these nothing is waited for.
NEVER_CHARGED = {GiveawayKind.TERMS, GiveawayKind.CREDIT, GiveawayKind.FREIGHT}

Measures = Mapping[str, ibis.Table]
Row = dict[str, Any]


def to_ask_given(measures: Measures, as_of: date) -> tuple[list[AskingMail], list[AskingLine]]:
    """What is to be asked of mails and of lines, the newest first."""
    return _mails(measures, as_of), _lines(measures, as_of)


def _mails(measures: Measures, as_of: date) -> list[AskingMail]:
    rows = {row["activity_id"]: row for row in _that_give(measures, as_of)}
    read = ledger.mails_read(rows)
    fresh = set(read) - _put(read)
    writers = ledger.writers_of(fresh)
    given = ledger.giveaways_of({rows[pk]["account_id"] for pk in fresh})
    charges = _any(measures["lines"])
    waiting, threads = _before(read)
    asking = []
    for pk in sorted(fresh, key=lambda pk: (read[pk].day, pk), reverse=True):
        mail, wrote, account = read[pk], writers.get(pk), rows[pk]["account_id"]
        if wrote is None or waiting[wrote.user_id] >= EACH or _spoken_of(mail, threads):
            continue
        if any(-ROUND <= (day - mail.day).days <= WAIT for day in given.get(account, ())):
            continue
        found = _first(mail, account, as_of, charges=charges)
        if found is None:
            continue
        threads[mail.thread_id or 0].append(mail.day)
        waiting[wrote.user_id] += 1
        asking.append(
            AskingMail(
                mail.key, pk, account, rows[pk]["contact_id"], wrote.colleague_id, wrote.user_id,
                str(found.kind), (found.at.start, found.at.end),
                (found.sentence.start, found.sentence.end), mail.day,
            )
        )  # fmt: skip
    return asking


def _that_give(measures: Measures, as_of: date) -> list[Row]:
    """Mails of the last year that give something to one customer, and whom there it went to."""
    rows = measures["touches"]
    rows = rows.filter(
        rows.direction == Direction.OUT.value,
        (rows.says.cast("int32") & int(Says.GIVES)) != 0,
        ~(rows.is_mass | rows.is_automatic),
        rows.day <= as_of,
        rows.day > as_of - timedelta(days=BACK),
    )
    to = (rows.part == int(Part.TO)).ifelse(rows.contact_id, ibis.null("int64"))
    rows = rows.group_by("activity_id").agg(
        account_id=rows.account_id.min(),
        n=rows.account_id.nunique(),
        contact_id=ibis.coalesce(to.min(), rows.contact_id.min()),
    )
    rows = of_business(rows.filter(rows.n == 1), measures)
    return list(rows.select("activity_id", "account_id", "contact_id").to_pyarrow().to_pylist())


def _put(read: Mapping[int, ledger.MailRead]) -> set[int]:
    put = put_already({mail.key for mail in read.values()})
    return {pk for pk, mail in read.items() if mail.key in put}


def _before(read: Mapping[int, ledger.MailRead]) -> tuple[Counter[int], dict[int, list[date]]]:
    """How many wait for each user; per thread the days of the mails that were asked about."""
    asked = ledger.asked_mails()
    waiting = Counter(user for user, _, answer in asked if not answer)
    threads: dict[int, list[date]] = defaultdict(list)
    for _, activity, _ in asked:
        if (mail := read.get(activity)) and mail.thread_id:
            threads[mail.thread_id].append(mail.day)
    return waiting, threads


def _spoken_of(mail: ledger.MailRead, threads: Mapping[int, Sequence[date]]) -> bool:
    days = threads.get(mail.thread_id, ()) if mail.thread_id else ()
    return any(abs((day - mail.day).days) <= THREAD for day in days)


def _first(
    mail: ledger.MailRead, account: int, as_of: date, *, charges: bool
) -> Given | None:  # fmt: skip
    """The first thing the mail gives that was not charged for, as far as one can know by now."""
    waited = (as_of - mail.day).days >= WAIT
    sold: list[tuple[str, ...]] | None = None
    for given in giving(mail.text, new_text(mail.text)):
        if not charges or given.kind in NEVER_CHARGED:
            return given
        if waited:
            sold = ledger.sold_after(account, mail.day, WAIT) if sold is None else sold
            if not any(names(given.sentence.of(mail.text), thing) for thing in sold):
                return given
    return None


def _lines(measures: Measures, as_of: date) -> list[AskingLine]:
    rows = {row["line_id"]: row for row in _at_no_price(measures, as_of)}
    lines = ledger.free_lines(rows)
    put = put_already({line.key for line in lines.values()})
    asked = ledger.asked_lines()
    waiting = Counter(user for user, _, _, answer in asked if not answer)
    denied = {(account, product) for _, account, product, answer in asked if answer == "no"}
    known = [row for pk, row in rows.items() if pk in lines]
    return list(_put_to_sellers(known, lines, put, waiting, denied))


def _put_to_sellers(
    rows: Sequence[Row], lines: Mapping[int, ledger.FreeLine], put: set[bytes],
    waiting: Counter[int], denied: set[tuple[int, int | None]],
) -> Iterator[AskingLine]:  # fmt: skip
    for row in rows:
        line, account, product = lines[row["line_id"]], row["account_id"], row["product_id"]
        user = line.seller_id or line.owner_id
        if line.key in put or (account, product) in denied or waiting[user or 0] >= EACH:
            continue
        waiting[user or 0] += 1
        yield AskingLine(line.key, line.line_id, account, product, user, row["day"])


def _at_no_price(measures: Measures, as_of: date) -> list[Row]:
    """Goods of the last year that cost their customer nothing, the dearest by the list first."""
    rows = measures["lines"]
    rows = rows.filter(
        rows.net == 0,
        rows.quantity > 0,
        rows.sort == LineSort.GOODS.value,
        ~rows.is_credit,
        rows.account_id.notnull(),
        rows.known_day <= as_of,
        rows.day > as_of - timedelta(days=BACK),
    )
    worth = ibis.coalesce(rows.list_amount, rows.cost, 0)
    rows = rows.order_by(worth.desc(), rows.day.desc(), rows.line_id)
    rows = rows.select("line_id", "account_id", "product_id", "day").limit(ledger.AT_ONCE)
    return list(rows.to_pyarrow().to_pylist())


def _any(rows: ibis.Table) -> bool:
    return bool(rows.limit(1).to_pyarrow().num_rows)
