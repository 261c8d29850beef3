"""Questions as their reader may see them: both sides, and what of their mail they may know."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kith.ledger import bulk
from kith.ledger.activities.address_readers import Traffic, traffic_of
from kith.ledger.people.models import Account, AccountDomain, Address, Employment
from kith.ledger.questions.given import waiting_given
from kith.ledger.questions.models import Question
from kith.ledger.questions.pairs import QUEUED, SAME_CUSTOMER, is_private, waiting
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Customer
from kith.terms.errors import NotVisible
from kith.terms.words import Role

_SOMEBODY = -(2**40)  # nobody's id


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. `account`: where they work today; '' for a private address, and for ours.

    `traffic` None: no mail of theirs that the reader may know of.
    """

    name: str
    address: str
    account: str
    account_id: int | None
    traffic: Traffic | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with both sides: the first is kept, or the old place of a new employer."""

    question: Question
    one: Side
    other: Side


def waiting_count(user: User) -> int:
    """How many questions wait for this reader; one query, as every page asks it."""
    sql, params = _counted(Role(user.role))
    theirs = [user.pk if param == _SOMEBODY else param for param in params]
    return int(bulk.select(sql, theirs)[0][0])


@cache
def _counted(role: Role) -> tuple[str, tuple[object, ...]]:
    """The statement that counts them for somebody of that role, who is yet to be named. It is
    composed once: to do it for every page took longer than most pages' own statements take."""
    user = User(pk=_SOMEBODY, role=role)
    given = waiting_given(user).order_by().values("id")
    both = waiting(user).order_by().values("id").union(given, all=True)
    sql, params = both.query.sql_with_params()
    return f"SELECT COUNT(*) FROM ({sql}) waiting", params  # noqa: S608 - Django wrote it


def queue(user: User, *, limit: int) -> list[Asked]:
    """The oldest questions that wait for this reader; five queries, whatever their number."""
    return sides(user, list(waiting(user)[:limit]))


def question(user: User, question_id: int) -> Question:
    """One question put to this reader, or to everybody. Raises NotVisible for any other."""
    row = Question.objects.filter(pk=question_id, kind__in=QUEUED).first()
    if row is None or row.put_to_id not in (None, user.pk) or is_private(row):
        raise NotVisible("There is no such question here.")
    return row


def last_answered(user: User) -> Question | None:
    """The question this reader answered last."""
    rows = Question.objects.filter(answered_by=user, kind__in=QUEUED).exclude(answer="")
    last = rows.order_by("-answered_at", "-id").first()
    return None if last is None or is_private(last) else last


def sides(user: User, rows: Sequence[Question]) -> list[Asked]:
    """The questions with who and what they speak of; one whose sides are gone is left out."""
    of_customers = [row for row in rows if row.kind == SAME_CUSTOMER]
    made = {row.question.pk: row for row in _of_pairs(user, rows)}
    made |= {row.question.pk: row for row in _of_customers(of_customers)}
    return [made[row.pk] for row in rows if row.pk in made]


def _of_pairs(user: User, rows: Sequence[Question]) -> list[Asked]:
    rows = [row for row in rows if row.kind != SAME_CUSTOMER]
    ids = {pk for row in rows for pk in (row.proposal["one"], row.proposal["other"])}
    found = Address.objects.select_related("contact", "colleague").in_bulk(ids)
    traffic = traffic_of(user, ids)
    places = _places({address.contact_id for address in found.values() if address.contact_id})
    made = {
        pk: _side(address, places.get(address.contact_id or 0), traffic.get(pk))
        for pk, address in found.items()
    }
    return [
        Asked(row, made[row.proposal["one"]], made[row.proposal["other"]])
        for row in rows
        if row.proposal["one"] in made and row.proposal["other"] in made
    ]


def _of_customers(rows: Sequence[Question]) -> list[Asked]:
    """A customer of the books, by its number, and the account that it may be, by its domain."""
    if not rows:
        return []
    customers = Customer.objects.in_bulk([row.proposal["customer"] for row in rows])
    accounts = Account.objects.in_bulk([row.proposal["other"] for row in rows])
    domains = dict(
        AccountDomain.objects.filter(account__in=accounts)
        .order_by("-id")
        .values_list("account_id", "domain")
    )
    asked = []
    for row in rows:
        customer = customers.get(row.proposal["customer"])
        account = accounts.get(row.proposal["other"])
        if customer and account:
            own = row.proposal["own"]
            one = Side(customer.name, customer.number, customer.name, own, None)
            name, domain = account.name, domains.get(account.pk, "")
            asked.append(Asked(row, one, Side(name, domain, name, account.pk, None)))
    return asked


def _side(address: Address, place: Employment | None, traffic: Traffic | None) -> Side:
    person = address.contact or address.colleague
    return Side(
        name=person.name if person else address.address,
        address=address.address,
        account=place.account.name if place else "",
        account_id=place.account_id if place else None,
        traffic=traffic,
    )


def _places(contacts: set[int]) -> dict[int, Employment]:
    """Where each contact works today: of several places the last one noted."""
    rows = Employment.objects.filter(contact_id__in=contacts, until__isnull=True)
    return {row.contact_id: row for row in rows.select_related("account").order_by("id")}
