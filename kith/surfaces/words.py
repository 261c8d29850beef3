"""From kept findings to sentences, for whichever surface shows them."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from kith.findings.sentence import action, nothing_to_do, speak
from kith.ledger.activities.readers import evidence
from kith.ledger.insights.models import LIVE, Finding
from kith.ledger.insights.readers import two_way_contacts
from kith.ledger.rights.models import User
from kith.terms.finding import FindingKind


def sentences_for(user: User, found: Sequence[Finding], *, with_subject: bool = True) -> list[str]:
    """What each finding says to this reader; a mail's subject only where they may see it.

    One look-up for all of them. `with_subject` False: nobody in particular is reading.
    """
    subjects = _subjects(user, found) if with_subject else {}
    return [
        speak(f.kind, f.numbers, _names(f, subjects.get(f.pk)), translate=gettext) for f in found
    ]


def action_for(found: Finding) -> str:
    """What to do about it, as its button says."""
    return action(found.kind, translate=gettext)


def empty_sentence(user: User, series: str = LIVE) -> str:
    """What an empty Today says to this reader."""
    return nothing_to_do(two_way_contacts(user, series=series), translate=gettext)


def _names(found: Finding, subject: str | None) -> dict[str, str]:
    names = {"account": found.account.name}
    for role, person in (("contact", found.contact), ("colleague", found.colleague)):
        if person is not None:
            names[role] = person.name
    if subject:
        names["subject"] = subject if len(subject) <= 60 else f"{subject[:59]}…"
    return names


def _subjects(user: User, found: Sequence[Finding]) -> Mapping[int, str | None]:
    """The subject of the mail an unanswered finding speaks of, by finding."""
    asked = {f.pk: f.evidence[0] for f in found if f.kind == FindingKind.UNANSWERED and f.evidence}
    seen = {row.id: row.subject for row in evidence(user, asked.values())} if asked else {}
    return {pk: seen.get(activity) for pk, activity in asked.items()}
