"""Questions what an account is to us: their kinds, their keys, and which of them wait for whom."""

from hashlib import blake2b

from django.db.models import BigIntegerField, Case, Exists, OuterRef, Q, QuerySet, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kith.ledger.people.models import Account, AccountRelation
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import User
from kith.terms.words import Role

# Put one by one, on a card each; and those that only machines and lists write from, which are told
# all at once. An account has one key for both: it is asked about once.
WHO_IS_WHO, ONLY_MACHINES = "who_is_who", "only_machines"
KINDS = (WHO_IS_WHO, ONLY_MACHINES)
MACHINES = ("robot_only", "list_only")  # reasons of a guess: nobody of theirs ever wrote


def who_key(account_id: int) -> bytes:
    """16 bytes for the question about an account."""
    return blake2b(f"{WHO_IS_WHO}:{account_id}".encode(), digest_size=16).digest()


def waiting_who(user: User, kind: str) -> QuerySet[Question]:
    """Questions of a kind that wait, in the order in which they were put: those put to the reader;
    for managers then everybody's.

    What somebody said of the account elsewhere answers it, for as long as that word stands; an
    account that is gone asks nothing.
    """
    rows = Question.objects.filter(answer="", kind=kind)
    if kind == WHO_IS_WHO and user.role != Role.MANAGER:
        rows = rows.filter(put_to=user)
    rows = rows.annotate(account=Cast(KT("proposal__account"), BigIntegerField()))
    said = AccountRelation.objects.filter(account=OuterRef("account"), undone_at=None)
    there = Account.objects.filter(pk=OuterRef("account"))
    own_first = Case(When(put_to=user, then=0), default=1)
    return rows.filter(~Exists(said), Exists(there)).order_by(own_first, "id")


def waiting_own(user: User) -> int:
    """How many wait for this reader and for nobody who would know better: Today offers these."""
    theirs = Q(put_to=user)
    if user.role == Role.MANAGER:
        theirs |= Q(put_to__isnull=True)
    return waiting_who(user, WHO_IS_WHO).filter(theirs).count()


def waiting_accounts(user: User, kind: str, *, most: int | None = None) -> list[int]:
    """The accounts of such questions, in their order."""
    proposals = waiting_who(user, kind).values_list("proposal", flat=True)
    return [proposal["account"] for proposal in proposals[:most]]


def told_by(user: User) -> int:
    """Of how many accounts that were put to the reader anybody has said what they are, and of how
    many others the reader has."""
    theirs = Q(put_to=user) | Q(answered_by=user)
    return Question.objects.filter(theirs, kind=WHO_IS_WHO).exclude(answer="").count()
