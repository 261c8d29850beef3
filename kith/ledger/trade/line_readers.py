"""The invoice lines behind a number, for whoever may see the account's prices."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from kith.ledger.people.models import Account
from kith.ledger.rights.models import User
from kith.ledger.trade.line_steps import Rated, Steps, rated, steps
from kith.ledger.trade.list_price_readers import listed_amounts
from kith.ledger.trade.models import Condition, Customer, InvoiceLine
from kith.ledger.trade.rate_readers import rates_of
from kith.ledger.trade.scope import priced_account
from kith.terms.trade_words import LineSort

LIMIT = 50
LOOKED_AT = 300  # lines of which a page shows those that lose something at its step
ON_LINES = ("order_discount", "terms", "rebate", "freight", "promotion")
SOLD = (LineSort.GOODS, LineSort.RETURN)
Place = tuple[date, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of an account's lines is wanted: `step` '' for all of them, else those that lose
    something there; invoiced after `since` and until `until`, and known by then."""

    since: date
    until: date
    step: str = ""
    product_id: int | None = None

    @property
    def most(self) -> int:
        """How many lines are looked at: some lose nothing at a step."""
        return LOOKED_AT if self.step else LIMIT


def twelve_months(as_of: date, *, step: str = "", product_id: int | None = None) -> Asked:
    """The lines that a sum of the twelve months up to a day is made of."""
    year = as_of.year - 1
    leap = (as_of.month, as_of.day) == (2, 29)
    since = as_of.replace(year=year, day=28) if leap else as_of.replace(year=year)
    return Asked(since, as_of, step, product_id)


@dataclass(frozen=True, slots=True)
class LineSeen:
    """An invoice line, with what it is worth at every step. `amount`: what is lost at the step
    asked for; `rate`: of its currency to the firm's, null where they are the same."""

    line: InvoiceLine
    steps: Steps
    amount: int
    rate: Rated | None

    @property
    def seller(self) -> str:
        person = self.line.invoice.salesperson
        return person.name if person else ""


@dataclass(frozen=True, slots=True)
class LinePage:
    """`after` starts the next page; None: that was all. `looked`: so many lines were looked at
    without filling the page. `no_rate`: of them so many have no rate and are in no sum."""

    account: Account
    rows: tuple[LineSeen, ...]
    after: Place | None
    looked: int = 0
    no_rate: int = 0


def account_lines(
    user: User, account_id: int, asked: Asked, *, currency: str, after: Place | None = None
) -> LinePage:
    """An account's lines, newest first. Raises NotVisible for whoever may not see its prices.

    Nine statements, whatever the number of lines.
    """
    account = priced_account(user, account_id)
    found = _found(account_id, asked, after)
    looked = found[: asked.most]
    seen, no_rate = _seen(account_id, looked, asked, currency)
    shown = seen[:LIMIT]
    following = None
    if len(seen) > LIMIT:
        following = _place(shown[-1].line)
    elif len(found) > asked.most:
        following = _place(looked[-1])
    short = len(looked) if following and len(shown) < LIMIT else 0
    return LinePage(account, tuple(shown), following, short, no_rate)


def lines_named(line_ids: Collection[int], account_id: int) -> list[InvoiceLine]:
    """These lines of an account, newest first. Whoever asks has looked whether they may see it."""
    rows = _lines().filter(id__in=line_ids, invoice__customer__account_id=account_id)
    return list(rows.order_by("-invoice__day", "-id"))


def granted_once(account_id: int, asked: Asked) -> list[Condition]:
    """Sums that were granted once within the days asked for, newest first."""
    rows = Condition.objects.filter(
        account_id=account_id, amount__isnull=False, kind=asked.step, since__gt=asked.since,
        since__lte=asked.until, known_day__lte=asked.until,
    )  # fmt: skip
    return list(rows.order_by("-since", "id")[:LIMIT])


def _lines() -> QuerySet[InvoiceLine]:
    return InvoiceLine.objects.select_related("invoice__salesperson", "product__family")


def _found(account_id: int, asked: Asked, after: Place | None) -> list[InvoiceLine]:
    # Named one by one, so that the database walks each customer's invoices by their days.
    customers = list(Customer.objects.filter(account=account_id).values_list("id", flat=True))
    rows = _lines().filter(
        Q(invoice__customer_id=customers[0])
        if len(customers) == 1
        else Q(invoice__customer_id__in=customers),
        invoice__day__gt=asked.since,
        invoice__day__lte=asked.until,
        invoice__known_day__lte=asked.until,
        sort__in=SOLD,
    )
    if asked.product_id is not None:
        # An expression, or SQLite goes through all lines of the product for each of the invoices.
        rows = rows.alias(of=Coalesce("product_id", 0)).filter(of=asked.product_id)
    if after is not None:
        day, line_id = after
        rows = rows.filter(Q(invoice__day__lt=day) | Q(id__lt=line_id), invoice__day__lte=day)
    return list(rows.order_by("-invoice__day", "-id")[: asked.most + 1])


def _seen(
    account_id: int, lines: Sequence[InvoiceLine], asked: Asked, currency: str
) -> tuple[list[LineSeen], int]:
    """Those that lose something at the step asked for, and how many have no rate."""
    rates = rates_of({line.invoice.currency for line in lines}, currency)
    granted = list(
        Condition.objects.filter(
            account_id=account_id, share__isnull=False, known_day__lte=asked.until
        )
    )
    listed = listed_amounts([line for line in lines if line.list_amount is None])
    found, no_rate = [], 0
    for line in lines:
        rate = _rate(line, rates, currency)
        if rate is None:
            no_rate += 1
            continue
        worth = _steps(line, granted, listed, rate.rate)
        amount = getattr(worth, asked.step) if asked.step else worth.net
        if amount or not asked.step:
            foreign = rate if line.invoice.currency != currency else None
            found.append(LineSeen(line, worth, amount, foreign))
    return found, no_rate


def _rate(line: InvoiceLine, rates: Mapping[str, Sequence[Rated]], currency: str) -> Rated | None:
    if line.invoice.currency == currency:
        return Rated(line.invoice.day, 1)
    return rated(rates.get(line.invoice.currency, ()), line.invoice.day)


def _steps(
    line: InvoiceLine, granted: Sequence[Condition], listed: Mapping[int, int], rate: float
) -> Steps:
    return steps(
        line,
        day=line.invoice.day,
        family_id=line.product.family_id if line.product else None,
        listed=listed.get(line.pk),
        rate=rate,
        granted=granted,
    )


def _place(line: InvoiceLine) -> Place:
    return line.invoice.day, line.pk
