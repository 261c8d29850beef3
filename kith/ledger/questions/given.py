"""Questions whether something was given away: their kinds, their keys, which of them wait for whom.

Of a mail: `proposal` holds the activity, the account and contact it went to, who of us wrote it,
the day, the kind, and where in the text it is said; never the words, which are the mailbox owner's.
Of a line of an invoice at no price: the line, its account, product and day.
"""

from hashlib import blake2b

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kith.ledger import bulk
from kith.ledger.activities.models import ActivityText
from kith.ledger.people.relation_readers import aside
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Giveaway, InvoiceLine
from kith.terms.errors import NotVisible
from kith.terms.words import Role

GIVEAWAY, FREE_LINE = "giveaway", "free_line"
KINDS = (GIVEAWAY, FREE_LINE)


def mail_key(content_key: bytes) -> bytes:
    """16 bytes for the question about a mail, whenever it is imported."""
    return blake2b(b"giveaway:" + bytes(content_key), digest_size=16).digest()


def line_key(invoice: str, line: str) -> bytes:
    """16 bytes for the question about a line, by its invoice's folded number and its own."""
    return blake2b(f"free_line:{invoice}:{line}".encode(), digest_size=16).digest()


def waiting_given(user: User) -> QuerySet[Question]:
    """Questions that wait for this reader and still ask something, the newest gifts first.

    A mail's is for who wrote it alone. One of a line that nobody of us sold is the managers'. What
    was written down by hand meanwhile is not asked.
    """
    theirs = Q(put_to=user)
    if user.role == Role.MANAGER:
        theirs |= Q(put_to__isnull=True, kind=FREE_LINE)
    rows = _with_ids(Question.objects.filter(theirs, answer="", kind__in=KINDS))
    return rows.filter(_mail_there() | _line_there()).exclude(aside("account")).order_by("-id")


def given_question(user: User, question_id: int) -> Question:
    """One question put to this reader. Raises NotVisible for any other."""
    rows = _with_ids(Question.objects.filter(pk=question_id, kind__in=KINDS))
    row = rows.exclude(aside("account")).first()
    mine = row and (row.put_to_id == user.pk or (_of_managers(row) and user.role == Role.MANAGER))
    if row is None or not mine:
        raise NotVisible("There is no such question here.")
    return row


def last_given(user: User) -> Question | None:
    """The question of these kinds that this reader answered last."""
    rows = Question.objects.filter(answered_by=user, kind__in=KINDS).exclude(answer="")
    return _with_ids(rows).exclude(aside("account")).order_by("-answered_at", "-id").first()


def given_about_nothing() -> list[int]:
    """Ids of waiting questions whose mail, or its text, or whose line is gone."""
    rows = _with_ids(Question.objects.filter(answer="", kind__in=KINDS))
    mails = ~Exists(ActivityText.objects.filter(pk=OuterRef("activity")))
    lines = ~Exists(InvoiceLine.objects.filter(pk=OuterRef("line")))
    gone = Q(mails, kind=GIVEAWAY) | Q(lines, kind=FREE_LINE)
    return list(rows.filter(gone).values_list("id", flat=True))


def put_already(keys: set[bytes]) -> set[bytes]:
    """Those of the keys under which something was asked, whatever became of it."""
    found = "SELECT key FROM ledger_question WHERE key IN ({values})"
    return {bytes(key) for (key,) in bulk.select_in(found, keys)}


def _of_managers(row: Question) -> bool:
    return row.put_to_id is None and row.kind == FREE_LINE


def _with_ids(rows: QuerySet[Question]) -> QuerySet[Question]:
    named = {
        name: Cast(KT(f"proposal__{name}"), BigIntegerField())
        for name in ("account", "activity", "line")
    }
    return rows.annotate(**named)


def _mail_there() -> Q:
    """Its mail's text is there, and no giveaway that was written down speaks of it."""
    there = Exists(ActivityText.objects.filter(pk=OuterRef("activity")))
    told = Exists(Giveaway.objects.filter(activity_id=OuterRef("activity"), withdrawn_at=None))
    return Q(there, ~told, kind=GIVEAWAY)


def _line_there() -> Q:
    there = Exists(InvoiceLine.objects.filter(pk=OuterRef("line"), net=0))
    told = Exists(Giveaway.objects.filter(line_id=OuterRef("line"), withdrawn_at=None))
    return Q(there, ~told, kind=FREE_LINE)
