"""Questions whether something was given away, as who is asked may see them: with the sentence in
its context, where the mail is theirs; with the line of the invoice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kith.ledger.activities.models import Activity, ActivityText
from kith.ledger.activities.readers import levels_of
from kith.ledger.people.models import Account, Contact
from kith.ledger.questions.given import GIVEAWAY, waiting_given
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import User
from kith.ledger.trade.models import InvoiceLine
from kith.terms.words import Level

AROUND = 180  # characters of the mail on either side of the sentence


@dataclass(frozen=True, slots=True)
class Quoted:
    """The sentence that gives, and what stands round it. `subject`: of the mail."""

    activity_id: int
    subject: str
    before: str
    sentence: str
    after: str


@dataclass(frozen=True, slots=True)
class GivenAsked:
    """A question with what it speaks of: a mail's words, or a line; `kind` as GiveawayKind, '' of a
    line. `contact` None: nobody in particular there."""

    question: Question
    account: Account
    contact: Contact | None
    day: date
    kind: str
    quoted: Quoted | None
    line: InvoiceLine | None


def given_queue(user: User, *, limit: int) -> list[GivenAsked]:
    """The newest questions of these kinds that wait for this reader, whatever their number in a
    fixed count of queries."""
    return given_cards(user, list(waiting_given(user)[:limit]))


def given_cards(user: User, rows: Sequence[Question]) -> list[GivenAsked]:
    """The questions with what they speak of; one whose account is gone is left out."""
    if not rows:
        return []
    accounts = Account.objects.in_bulk([row.proposal["account"] for row in rows])
    contacts = Contact.objects.in_bulk([row.proposal.get("contact") or 0 for row in rows])
    quoted = _quoted(user, [row for row in rows if row.kind == GIVEAWAY])
    lines = InvoiceLine.objects.select_related("invoice", "product").in_bulk(
        [row.proposal.get("line", 0) for row in rows]
    )
    return [
        GivenAsked(
            question=row,
            account=accounts[row.proposal["account"]],
            contact=contacts.get(row.proposal.get("contact") or 0),
            day=date.fromisoformat(row.proposal["day"]),
            kind=row.proposal.get("kind", ""),
            quoted=quoted.get(row.pk),
            line=lines.get(row.proposal.get("line", 0)),
        )
        for row in rows
        if row.proposal["account"] in accounts
    ]


def _quoted(user: User, rows: Sequence[Question]) -> dict[int, Quoted]:
    """By question, of those mails whose text the reader may see."""
    ids = [row.proposal["activity"] for row in rows]
    whole = [pk for pk, level in levels_of(user, ids).items() if level >= Level.FULL]
    texts = ActivityText.objects.in_bulk(whole)
    subjects = dict(Activity.objects.filter(pk__in=whole).values_list("id", "subject"))
    return {
        row.pk: _cut(row, texts[row.proposal["activity"]], subjects)
        for row in rows
        if row.proposal["activity"] in texts
    }


def _cut(row: Question, kept: ActivityText, subjects: dict[int, str]) -> Quoted:
    start, end = row.proposal["sentence"]
    before = kept.text[max(kept.new_from, start - AROUND) : start]
    after = kept.text[end : min(max(kept.new_until, end), end + AROUND)]
    if start - AROUND > kept.new_from:
        before = "… " + before.partition(" ")[2]
    if end + AROUND < kept.new_until:
        after = after.rpartition(" ")[0] + " …"
    pk = kept.activity_id
    return Quoted(pk, subjects.get(pk, ""), before, kept.text[start:end], after)
