"""Papers behind a finding, as lines of a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from kith.ledger.insights.models import Finding
from kith.ledger.rights.models import User
from kith.ledger.trade.paper_readers import Paper, papers
from kith.surfaces.money import money, percent

MILLION = 1_000_000
SHOWN = 6  # of one sort, newest first
SORTS: Mapping[str, str] = {
    "line": gettext_noop("Invoiced"),
    "giveaway": gettext_noop("Given away"),
    "waiver": gettext_noop("Waived"),
    "rise": gettext_noop("Price rise"),
}
SOFTER: Mapping[str, str] = {
    "softened": gettext_noop("Softened"),
    "postponed": gettext_noop("Postponed"),
}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper: what it is, its amount or share in writing, and where it is shown whole. `to`: the
    account, where the finding is of another one."""

    paper: Paper
    sort: str
    to: str
    amount: str
    href: str


def papers_of(user: User, findings: Sequence[Finding]) -> dict[int, tuple[PaperLine, ...]]:
    """By finding, as far as the reader may see them; all looked up at once."""
    wanted = {
        row.id: {sort: ids[:SHOWN] for sort, ids in row.papers.items()}
        for row in findings
        if row.papers
    }
    found = papers(user, wanted) if wanted else {}
    accounts = {row.id: row.account_id for row in findings}
    return {
        number: tuple(_line(paper, accounts[number]) for paper in rows)
        for number, rows in found.items()
    }


def _line(paper: Paper, account_id: int) -> PaperLine:
    place = reverse("account_trade", args=[paper.account_id or account_id])
    if paper.sort == "line":
        place = reverse("account_lines", args=[paper.account_id])
    elif paper.sort == "giveaway":
        place = reverse("giveaway", args=[paper.id])
    elif paper.sort == "rise":
        place = reverse("rise", args=[paper.id])
    else:
        place = f"{place}#rises-title"
    return PaperLine(
        paper=paper,
        sort=gettext(SOFTER.get(paper.kind, "") or SORTS[paper.sort]),
        to=paper.account if paper.account_id != account_id else "",
        amount=_amount(paper),
        href=place,
    )


def _amount(paper: Paper) -> str:
    if paper.amount is not None:
        return money(paper.amount, paper.currency)
    if paper.share is not None:
        return percent(paper.share / MILLION, signed=True)
    return ""
