"""Today's findings with their sentences and the activities that prove them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from kith.findings.pressing import is_pressing
from kith.ledger.activities.readers import Seen, evidence
from kith.ledger.insights.models import Finding, Verdict
from kith.ledger.people.readers import addresses_of
from kith.ledger.rights.models import User
from kith.surfaces.web.how.texts import SIGNAL_OF
from kith.surfaces.web.papers.context import PaperLine, papers_of
from kith.surfaces.words import action_for, effort_of, sentence, sentences_for
from kith.terms.finding import FindingKind

# Why a finding is wrong, as most would say it: offered as buttons, kept as it stands here.
REASONS = (
    gettext_noop("We spoke on the phone"),
    gettext_noop("Already settled"),
    gettext_noop("Not a customer"),
    gettext_noop("Not important"),
)
SHOWN = 6  # activities under one sentence, newest first
TAKES_MAIL = {FindingKind.UNANSWERED, FindingKind.GONE_QUIET, FindingKind.NEWCOMER}


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as a page shows it. `more`: activities of its proof that are not listed;
    `papers`: lines, giveaways, waivers and rises that prove it;
    `write_to`: the address of the person to answer or to write to, '' where it takes no mail.

    `effort`: what it takes, in a few words. `pressing`: it stands in red, and says so.
    `how`: the signal it rests on; '': there is no page.

    `verdict` is what the reader answered; None while it waits for one.
    """

    finding: Finding
    sentence: str
    proof: tuple[Seen, ...]
    more: int
    papers: tuple[PaperLine, ...] = ()
    action: str = ""
    effort: str = ""
    how: str = ""
    write_to: str = ""
    pressing: bool = False
    verdict: Verdict | None = None


def cards(user: User, findings: Sequence[Finding]) -> list[Card]:
    """One card per finding, in order; the proof of all of them is looked up at once."""
    if not findings:
        return []
    listed = {row.id: list(row.evidence)[:SHOWN] for row in findings}
    seen = {row.id: row for row in evidence(user, {i for ids in listed.values() for i in ids})}
    proving = papers_of(user, findings)
    reach = addresses_of(user, {row.contact_id for row in findings if row.contact_id})
    return [
        Card(
            finding=row,
            sentence=sentence(user, row, seen),
            action=action_for(row),
            effort=effort_of(row),
            how=SIGNAL_OF.get(row.kind, ""),
            pressing=is_pressing(row.kind, urgency=row.urgency, stake=row.stake),
            proof=tuple(seen[i] for i in listed[row.id] if i in seen),
            more=max(len(row.evidence) - SHOWN, 0),
            papers=proving.get(row.id, ()),
            write_to=reach.get(row.contact_id or 0, "") if row.kind in TAKES_MAIL else "",
        )
        for row in findings
    ]


def answered_card(user: User, finding: Finding, verdict: Verdict) -> Card:
    """The line that stays behind when a finding was answered."""
    (said,) = sentences_for(user, [finding])
    return Card(finding, said, (), 0, verdict=verdict)
