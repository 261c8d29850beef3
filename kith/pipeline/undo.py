"""Takes an import back, in steps that may be cut off anywhere and run again.

1. The batch is marked as being undone; what of it others hold is noted.
2. Its mails go, or a sheet's rows, or stay as if only the others had come; some at a time.
3. Its names go, then addresses, people and accounts of which nothing speaks any more.
4. What was computed from them goes: findings, gauges, the columns' outdated parts.
5. The search index, the database's files and what was uploaded are rid of the words.
6. The batch is closed as undone.

Each step finds by itself what is left of it to do.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.imports.readers import batch_by_id
from kith.ledger.imports.row_writers import forget_rows
from kith.ledger.imports.undo_writers import (
    begin_undo,
    finish_undo,
    forget_all_arrivals,
    note_stays,
)
from kith.ledger.insights.forget_writers import forget_findings
from kith.ledger.insights.stale import findings_without_proof, gauges_of_nobody
from kith.ledger.insights.writers import prune_gauges
from kith.ledger.people.writers import forget_names
from kith.ledger.questions.forget_writers import forget_questions
from kith.ledger.questions.given import given_about_nothing
from kith.ledger.questions.pairs import questions_of_nobody
from kith.ledger.rights.models import User
from kith.ledger.whole import orphans
from kith.ledger.whole.left import Left, noted, people_who_stay, rows_that_stay
from kith.ledger.whole.orphan_writers import (
    drop_accounts,
    drop_addresses,
    drop_colleagues,
    drop_contacts,
    give_back_addresses,
    rename_absorbed,
    untie_owner,
)
from kith.ledger.whole.scrub import scrub
from kith.ledger.whole.sheet_undo_writers import drop_domains
from kith.ledger.whole.undo_writers import undo_mails
from kith.pipeline import upload
from kith.pipeline.columns import scrub_columns
from kith.pipeline.pace import Pace
from kith.pipeline.sheets.turns import SHEETS
from kith.pipeline.sheets.undo import take_rows_back
from kith.pipeline.tidy import optimise
from kith.pipeline.turn import of_import, turn
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop

MAIL = "mail"  # the kind of a batch that is no sheet
FEWEST, MOST = 50, 600  # mails of one transaction: as many as take about GOAL
GOAL = 0.08  # seconds of work
ROWS = 1_000  # people of one transaction
Report = Callable[[str, int, int], None]  # step, done, of how many (0: unknown)


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of it. `before`: it had been undone already. `left`: what stays, and why."""

    batch: Batch
    before: bool
    left: Sequence[Left]


def undo(batch_id: int, *, actor: User | None = None, report: Report | None = None) -> Undone:
    """Takes an import back; goes on with one that was cut off.

    Raises BadInput where there is no such import, Refused while it, or another undo, is under way.
    """
    say = report or (lambda step, done, total: None)  # noqa: ARG005 - nobody listens
    batch = batch_by_id(batch_id)
    with _alone(batch):
        batch.refresh_from_db()
        before = batch.state == Batch.UNDONE
        if not before:
            _undo(batch, actor, say)
    left = [*(noted(batch, "begin_undo") or ()), *(noted(batch, "undo_people") or ())]
    return Undone(batch, before, left)


@contextmanager
def _alone(batch: Batch) -> Iterator[None]:
    """While nobody imports from the batch's path, and nothing else is undone."""
    with ExitStack() as turns:
        for name, taken in (
            (of_import(batch.path), gettext_noop("Import {batch} is under way.")),
            ("undo", gettext_noop("Another import is being undone.")),
            *([(SHEETS, gettext_noop("A sheet is being imported."))] if batch.kind != MAIL else []),
        ):
            try:
                turns.enter_context(turn(name, wait=False))
            except Refused as error:
                cure = gettext_noop("Wait for its end.")
                raise Refused(taken, cure=cure, batch=batch.pk) from error
        yield


def _undo(batch: Batch, actor: User | None, say: Report) -> None:
    if batch.state != Batch.UNDOING:
        begin_undo(batch, rows_that_stay(batch), actor=actor)
    if batch.kind == MAIL:
        _mails(batch, actor, say)
    else:
        take_rows_back(batch, actor, say)
        forget_rows(batch, actor=actor)
    _people(batch, actor, say)
    say("findings", 0, 0)
    forget_findings(findings_without_proof(), actor=actor)
    forget_questions([*questions_of_nobody(), *given_about_nothing()], actor=actor)
    for ids in gauges_of_nobody():
        prune_gauges(ids, actor=actor)
    say("columns", 0, 0)
    scrub_columns()
    say("disk", 0, 0)
    upload.clear(batch.path)
    optimise(actor=actor)
    scrub()
    finish_undo(batch, actor=actor)


def _mails(batch: Batch, actor: User | None, say: Report) -> None:
    total = Arrival.objects.filter(batch=batch, kind=Arrival.ACTIVITY).count()
    done, last = 0, 0
    pace = Pace(GOAL, FEWEST, MOST, size=2 * FEWEST)
    while True:
        with pace.kept(pace.size):
            count, last = undo_mails(batch, pace.size, after=last, actor=actor)
        if not count:
            return
        done += count
        say("mails", done, total)


def _people(batch: Batch, actor: User | None, say: Report) -> None:
    say("people", 0, 0)
    while forget_names(batch, actor=actor, most=ROWS):
        pass
    rename_absorbed(actor=actor)
    give_back_addresses(batch, actor=actor)
    untie_owner(batch, actor=actor)
    newest = orphans.newest_participant()
    for some in _parts(orphans.unnamed_addresses()):
        drop_addresses(some, batch, since=newest, actor=actor)
    for lonely, drop in (
        (orphans.lonely_contacts, drop_contacts),
        (orphans.lonely_colleagues, drop_colleagues),
        (orphans.lonely_accounts, drop_accounts),
    ):
        for some in _parts(lonely()):
            drop(some, batch, actor=actor)
    drop_domains(actor=actor)
    if noted(batch, "undo_people") is None:
        note_stays(batch, people_who_stay(batch), actor=actor)
    while forget_all_arrivals(batch, 10 * ROWS, actor=actor):
        pass


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), ROWS):
        yield ids[start : start + ROWS]
