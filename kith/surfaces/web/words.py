"""From a kept finding to its sentence."""

from django.utils.translation import gettext

from kith.findings.sentence import speak
from kith.ledger.insights.models import Finding
from kith.ledger.rights.models import User


def sentence_for(row: Finding, user: User) -> str:  # noqa: ARG001 - rights and language come next
    """What the finding says to this reader, in at most 30 words."""
    names = {"account": row.account.name}
    if row.contact is not None:
        names["contact"] = row.contact.name
    if row.colleague is not None:
        names["colleague"] = row.colleague.name
    return speak(row.kind, row.numbers, names, translate=gettext)
