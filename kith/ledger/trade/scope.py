"""Whose prices, waivers and giveaways somebody may see: getting the accounts is the check."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.ledger.people.models import Account, Colleague
from kith.ledger.people.relation_readers import aside, visible_accounts
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Customer, Invoice
from kith.terms.errors import NotVisible
from kith.terms.words import Role


def priced_accounts(user: User) -> QuerySet[Account]:
    """Accounts whose prices the user may see: all that are there for a manager; for anybody else
    those they own, and those that invoices say they have sold to."""
    rows = visible_accounts(user)
    if user.role == Role.MANAGER:
        return rows
    return rows.filter(Q(owner=user) | Q(pk__in=_sold_to(user)))


def sees_prices(user: User, account_id: int) -> bool:
    """Whether the user may see this account's prices."""
    return _one(user, account_id).exists()


def priced_account(user: User, account_id: int) -> Account:
    """One of them. Raises NotVisible for any other."""
    found = _one(user, account_id).first()
    if found is None:
        raise NotVisible("There are no prices of this account here.")
    return found


def _one(user: User, account_id: int) -> QuerySet[Account]:
    """`priced_accounts`, of one account: whether they sold to this one."""
    rows = visible_accounts(user).filter(pk=account_id)
    if user.role == Role.MANAGER:
        return rows
    sold = Invoice.objects.filter(customer__account=OuterRef("pk"), salesperson__user=user)
    return rows.filter(Q(owner=user) | Exists(sold))


def priced(user: User) -> Q:
    """The same of rows that have an `account`, to be looked at one by one along an index. What is
    private or noise is in no list of prices."""
    counted = Q(~aside("account"))
    if user.role == Role.MANAGER:
        return counted
    return counted & owned_or_sold(user)


def owned_or_sold(user: User) -> Q:
    """Of rows that have an `account`: it is theirs, or they sold to it. Both as lists of ids, so
    that the database goes from them to the rows."""
    owned = Account.objects.filter(owner=user).values("id")
    return Q(account__in=owned) | Q(account__in=_sold_to(user))


def _sold_to(user: User) -> QuerySet[Customer, int]:
    """Accounts that invoices say the user sold to, found once and along an index: to look account
    by account takes a minute where there are a hundred thousand."""
    ours = Colleague.objects.filter(user=user).values("id")
    sold = Invoice.objects.filter(salesperson__in=ours).values("customer")
    return Customer.objects.filter(id__in=sold).values_list("account", flat=True)
