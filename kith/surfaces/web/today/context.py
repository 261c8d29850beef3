"""Today's findings with their sentences and the activities that prove them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.ledger.activities.readers import Seen, evidence
from kith.ledger.insights.models import Finding, Verdict
from kith.ledger.rights.models import User
from kith.surfaces.web.words import sentence_for

SHOWN = 6  # activities under one sentence, newest first


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as a page shows it. `more`: activities of its proof that are not listed.

    `verdict` is what the reader answered; None while it waits for one.
    """

    finding: Finding
    sentence: str
    proof: tuple[Seen, ...]
    more: int
    verdict: Verdict | None = None


def cards(user: User, findings: Sequence[Finding]) -> list[Card]:
    """One card per finding, in order; the proof of all of them is looked up at once."""
    listed = {row.id: list(row.evidence)[:SHOWN] for row in findings}
    seen = {row.id: row for row in evidence(user, {i for ids in listed.values() for i in ids})}
    return [
        Card(
            finding=row,
            sentence=sentence_for(row, user),
            proof=tuple(seen[i] for i in listed[row.id] if i in seen),
            more=max(len(row.evidence) - SHOWN, 0),
        )
        for row in findings
    ]


def answered_card(user: User, finding: Finding, verdict: Verdict) -> Card:
    """The line that stays behind when a finding was answered."""
    return Card(finding, sentence_for(finding, user), (), 0, verdict)
