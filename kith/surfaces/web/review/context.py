"""What Review shows: sections of accounts, each with its sentence, its holder and its proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kith.ledger.activities.readers import Seen, evidence
from kith.ledger.insights.priced import KINDS
from kith.ledger.insights.review_readers import Review, Reviewed, Section
from kith.ledger.rights.models import User
from kith.surfaces.words import manager_sentence

# By a section's name, the kinds of findings it gathers; one that nobody finds yet does no harm.
SECTIONS: Mapping[str, Sequence[str]] = {
    "quiet": ("gone_quiet", "contact_gone"),
    "unanswered": ("unanswered",),
    "one-sided": ("they_stopped", "we_stopped", "one_sided"),
    "hangs": ("hangs_on_one", "held_by_one"),
    "leaked": KINDS,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One account of a section. `proof`: the newest mail behind it, as the manager may see it;
    `is_priced`: its prices are the proof."""

    account_id: int
    account: str
    sentence: str
    since: date
    holder: str
    more: int
    is_new: bool
    proof: Seen | None
    is_priced: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as the page shows it. `others`: it has more accounts, further down."""

    name: str
    accounts: int
    new: int
    others: bool
    rows: tuple[Row, ...]


def sections(user: User, found: Review) -> list[Shown]:
    """Every section that has something, its proofs looked up at once."""
    shown = [row.finding for section in found.sections for row in section.rows]
    newest = [one.evidence[0] for one in shown if one.evidence]
    seen = {mail.id: mail for mail in evidence(user, newest)} if newest else {}
    return [_shown(user, section, seen) for section in found.sections]


def _shown(user: User, section: Section, seen: Mapping[int, Seen]) -> Shown:
    return Shown(
        name=section.name,
        accounts=section.accounts,
        new=section.new,
        others=section.more,
        rows=tuple(_row(user, row, seen) for row in section.rows),
    )


def _row(user: User, row: Reviewed, seen: Mapping[int, Seen]) -> Row:
    found = row.finding
    return Row(
        account_id=found.account_id,
        account=found.account.name,
        sentence=manager_sentence(user, found),
        since=found.since,
        holder=row.holder,
        more=row.more,
        is_new=row.is_new,
        proof=seen.get(found.evidence[0]) if found.evidence else None,
        is_priced=found.kind in KINDS,
    )
