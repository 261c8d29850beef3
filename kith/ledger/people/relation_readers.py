"""What accounts are to us, as people said, and who may see those that are private or noise.

In force is the newest word that stands. An account that is private or noise is seen by the owners
of mailboxes that hold its mail alone: for everybody else it is not there.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from kith.ledger import bulk
from kith.ledger.people.models import Account, AccountRelation
from kith.ledger.rights.models import User
from kith.terms.words import Relation

ASIDE = (Relation.PRIVATE, Relation.NOISE)
RAISES = (Relation.CUSTOMER, Relation.PROSPECT)  # findings, as far as people said

# Whether a mailbox of a user's holds a mail of an account; `{account}` is a column.
_HELD = """EXISTS (
    SELECT 1 FROM ledger_participant p
    JOIN ledger_arrival r ON r.kind = 1 AND r.object_id = p.activity_id
    WHERE p.account_id = {account}
      AND r.mailbox_id IN (SELECT id FROM ledger_mailbox WHERE owner_id = {user:d}))"""
_AMONG = """
SELECT r.account_id FROM ledger_accountrelation r
WHERE r.relation IN ('private', 'noise') AND r.undone_at IS NULL AND r.account_id IN ({values})
  AND NOT EXISTS (
      SELECT 1 FROM ledger_accountrelation later
      WHERE later.account_id = r.account_id AND later.undone_at IS NULL AND later.id > r.id)
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said an account is, who and when. `by` '': nobody in particular."""

    relation: Relation
    by: str
    day: datetime
    why: str


def in_force() -> QuerySet[AccountRelation]:
    """Of every account of which somebody said what it is, the newest word that stands."""
    later = AccountRelation.objects.filter(
        account=OuterRef("account"), undone_at=None, id__gt=OuterRef("id")
    )
    return AccountRelation.objects.filter(~Exists(later), undone_at=None)


def said_of(account_ids: Collection[int]) -> dict[int, Said]:
    """What each of the accounts is, as far as anybody said, by account."""
    rows = in_force().filter(account_id__in=account_ids).select_related("said_by")
    return {
        row.account_id: Said(
            Relation(row.relation), row.said_by.name if row.said_by else "", row.said_at, row.why
        )
        for row in rows
    }


def aside_among(account_ids: Collection[int]) -> set[int]:
    """Those of the accounts that are private or noise: open to nobody but who holds their mail."""
    return {pk for (pk,) in bulk.select_in(_AMONG, sorted(account_ids))}


def hidden_among(user: User, account_ids: Collection[int]) -> set[int]:
    """Those of the accounts that are not there for this reader."""
    aside = aside_among(account_ids)
    if not aside:
        return aside
    held = f"SELECT a.id FROM ledger_account a WHERE a.id IN ({{values}}) AND {_held(user, 'a.id')}"  # noqa: S608
    return aside - {pk for (pk,) in bulk.select_in(held, sorted(aside))}


class _Said(Func):
    """Whether the newest word about an account is one of some. Every list of accounts and prices
    asks for it: as text, since to compose it of two nested queries took a page longer than the
    database takes to answer."""

    output_field = BooleanField()
    arity = 1
    template = """EXISTS (
        SELECT 1 FROM ledger_accountrelation said
        WHERE said.account_id = %(expressions)s AND said.undone_at IS NULL
          AND said.relation %(words)s AND NOT EXISTS (
            SELECT 1 FROM ledger_accountrelation later
            WHERE later.account_id = said.account_id AND later.undone_at IS NULL
              AND later.id > said.id))"""


def aside(account: str) -> Func:
    """Whether the account in that column of the query is private or noise."""
    return _Said(F(account), words=f"IN ({_quoted(ASIDE)})")


def raises_nothing(account: str) -> Func:
    """Whether somebody said that the account in that column is neither customer nor prospect."""
    return _Said(F(account), words=f"NOT IN ({_quoted(RAISES)})")


def _quoted(words: Collection[Relation]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def visible_accounts(user: User) -> QuerySet[Account]:
    """Accounts that are there for this reader."""
    held = RawSQL(_held(user, "ledger_account.id"), ())  # noqa: S611 - ids of our own
    return Account.objects.alias(held=held).filter(~aside("id") | Q(held=True))


def _held(user: User, account: str) -> str:
    return _HELD.format(account=account, user=user.pk)


def last_act(user: User) -> QuerySet[AccountRelation]:
    """What this reader said last in a sitting, and did not take back: of one account, or of many
    told at once."""
    rows = AccountRelation.objects.filter(
        said_by=user, undone_at=None, why=AccountRelation.SITTING
    ).order_by("-said_at", "-id")
    last = rows.first()
    return rows.filter(said_at=last.said_at) if last else rows.none()


def words_of(account_id: int) -> list[AccountRelation]:
    """All words about an account that stand, newest first."""
    return list(
        AccountRelation.objects.filter(account_id=account_id, undone_at=None).order_by("-id")
    )


def unsettled(most: int) -> list[AccountRelation]:
    """Words whose account's activities do not all follow yet, oldest first."""
    rows = AccountRelation.objects.filter(settled_until__isnull=False)
    return list(rows.order_by("id")[:most])
