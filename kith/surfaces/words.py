"""From kept findings to sentences, for whichever surface shows them."""

from collections.abc import Mapping, Sequence

from django.utils import translation

from kith.findings.effort import effort
from kith.findings.sentence import action, nothing_to_do, speak
from kith.ledger.activities.notice_readers import notices_in
from kith.ledger.activities.readers import Seen, evidence
from kith.ledger.insights.models import LIVE, Finding
from kith.ledger.insights.readers import two_way_contacts
from kith.ledger.rights.models import User
from kith.ledger.trade.item_readers import family_names
from kith.terms.finding import FindingKind


def sentences_for(user: User, found: Sequence[Finding], *, with_subject: bool = True) -> list[str]:
    """What each finding says to this reader; a mail's subject only where they may see it.

    One look-up for all of them. `with_subject` False: nobody in particular is reading.
    """
    named = [named_mail(f) for f in found] if with_subject else []
    wanted = [activity for activity in named if activity]
    seen = {row.id: row for row in evidence(user, wanted)} if wanted else {}
    return [sentence(user, f, seen) for f in found]


def sentence(user: User, found: Finding, seen: Mapping[int, Seen]) -> str:
    """What it says; `seen` holds the activities its reader may see, as far as looked up."""
    mail = seen.get(named_mail(found) or 0)
    names = _names(user, found, mail.subject if mail else None)
    if found.kind == FindingKind.CONTACT_GONE and mail:
        names |= _successor(user, mail.id)
    return speak(found.kind, found.numbers, names, language=translation)


def manager_sentence(user: User, found: Finding) -> str:
    """What a finding of somebody's says of its account to a manager: no word of any mail."""
    names = _names(user, found, None)
    return speak(found.kind, found.numbers, names, language=translation, to_manager=True)


def named_mail(found: Finding) -> int | None:
    """The activity in which the sentence's subject or successor stands, if it names one."""
    names = found.kind in (FindingKind.UNANSWERED, FindingKind.CONTACT_GONE)
    return found.evidence[0] if names and found.evidence else None


def action_for(found: Finding) -> str:
    """What to do about it, as its button says."""
    return action(found.kind, language=translation)


def effort_of(found: Finding) -> str:
    """What it takes; '' where nobody has guessed it."""
    return effort(found.kind, language=translation)


def empty_sentence(user: User, series: str = LIVE) -> str:
    """What an empty Today says to this reader."""
    return nothing_to_do(two_way_contacts(user, series=series), language=translation)


def _successor(user: User, activity_id: int) -> dict[str, str]:
    """Whom that mail says to write to instead, where the reader may read it."""
    named = [one.successor for one in notices_in(user, activity_id) if one.left and one.successor]
    return {"successor": named[0]} if named else {}


def _names(user: User, found: Finding, subject: str | None) -> dict[str, str]:
    names = {"account": found.account.name}
    if found.contact is not None:
        names["contact"] = found.contact.name
    if found.colleague is not None and found.colleague.user_id != user.pk:
        names["colleague"] = found.colleague.name
    if subject:
        names["subject"] = subject if len(subject) <= 60 else f"{subject[:59]}…"
    family_id = found.numbers.get("family_id")
    if family_id and (named := family_names(user, [family_id])):
        names["family"] = named[family_id]
    return names
