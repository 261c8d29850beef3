"""Whatever is imported, edited, merged, taken back and killed: the ledger tells what is held, once.

A machine of rules draws the order. At the end everything is taken back, and what was held until
then is imported into the empty ledger anew: both must be as the rules left it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.people.merge_writers import merge, unmerge
from kith.ledger.people.models import (
    Account,
    AccountDomain,
    Address,
    Colleague,
    Contact,
    Erased,
    Merge,
    NameSeen,
)
from kith.ledger.people.names import account_name
from kith.ledger.people.writers import rename_account
from kith.ledger.rights.models import User
from kith.ledger.whole.content_hash import content_hash
from kith.ledger.whole.models import Erasure
from kith.pipeline.erase import erase
from kith.pipeline.ingest import import_mail
from kith.pipeline.undo import undo
from kith.terms.errors import Refused
from kith.terms.words import Level
from tests.allow import setting_up
from tests.ledger.letters import Letter, folder
from tests.pipeline.conftest import ANN, BEN
from tests.pipeline.test_import_order import ASKS, BY_ASSISTANT, CONVERSATION, IN_TWO

pytestmark = pytest.mark.django_db(transaction=True)
CARL = "carl@firm.example"
LEVELS = {ANN: Level.FULL, BEN: Level.METADATA, CARL: Level.SUBJECT}
AGAIN = [Letter(f"again-{mail.id}", mail.sender, mail.to, mail.cc, sent=mail.sent,
                subject=mail.subject, text=mail.text) for mail in IN_TWO[:3]]  # fmt: skip
PILES: list[tuple[bool, list[Letter]]] = [
    (False, IN_TWO[:3]), (False, IN_TWO[2:]), (False, AGAIN), (True, BY_ASSISTANT),
    (False, [*BY_ASSISTANT, *ASKS]), (False, CONVERSATION[:5]), (False, CONVERSATION[3:]),
]  # fmt: skip
ORPHANS = {
    "participant": "activity_id NOT IN (SELECT id FROM ledger_activity)"
    " OR address_id NOT IN (SELECT id FROM ledger_address)",
    "activitytext": "activity_id NOT IN (SELECT id FROM ledger_activity)",
    "searchentry": "activity_id NOT IN (SELECT id FROM ledger_activity)",
    "mailkey": "activity_id NOT IN (SELECT id FROM ledger_activity)",
    "threadlink": "activity_id NOT IN (SELECT id FROM ledger_activity)",
    "threadreference": "activity_id NOT IN (SELECT id FROM ledger_activity)",
    "thread": "id NOT IN (SELECT thread_id FROM ledger_mailkey)"
    " AND id NOT IN (SELECT thread_id FROM ledger_activity WHERE thread_id IS NOT NULL)",
    "activity": "id NOT IN (SELECT object_id FROM ledger_arrival WHERE kind = 1)",
    "employment": "contact_id NOT IN (SELECT id FROM ledger_contact)",
    "nameseen": "address_id NOT IN (SELECT id FROM ledger_address)",
}


class Killed(Exception):
    """Stands for a kill between two statements: what was begun is rolled back."""


@contextmanager
def killed_after(statements: int) -> Iterator[None]:
    """Lets so many statements through, and no more."""
    left = count(statements, -1)

    def run(execute: Callable[..., Any], *args: Any) -> Any:
        if next(left) <= 0:
            raise Killed
        return execute(*args)

    try:
        with connection.execute_wrapper(run):
            yield
    except Killed:
        pass


def rows(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.fetchone()[0])


class Ledger(RuleBasedStateMachine):
    """The ledger of one firm; its batches and merges are looked up where they lie."""

    place: Path
    numbers = count()
    erased = False

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[int, Callable[[], Batch]] = {}
        self.empty = content_hash()
        assert self.empty == "0" * 64

    def bring(self, path: Path, mailbox: str) -> Batch:
        return import_mail(path, mailbox=mailbox, keep=LEVELS[mailbox])

    def drawn(self, mailbox: str, pile: int) -> tuple[Path, str]:
        sent, letters = PILES[pile]
        return folder(self.place / str(next(self.numbers)), letters, sent=sent), mailbox

    @rule(mailbox=st.sampled_from([*LEVELS]), pile=st.integers(0, len(PILES) - 1))
    def import_some(self, mailbox: str, pile: int) -> None:
        again = partial(self.bring, *self.drawn(mailbox, pile))
        self.held[again().pk] = again

    @precondition(lambda self: self.held)
    @rule(which=st.integers(0, 99))
    def import_again(self, which: int) -> None:
        again = [*self.held.values()][which % len(self.held)]
        before = content_hash()
        self.held[again().pk] = again
        assert content_hash() == before

    @rule(
        mailbox=st.sampled_from([*LEVELS]),
        pile=st.integers(0, len(PILES) - 1),
        statements=st.integers(20, 120),
    )
    def import_killed(self, mailbox: str, pile: int, statements: int) -> None:
        again = partial(self.bring, *self.drawn(mailbox, pile))
        before = Batch.objects.count()
        with killed_after(statements):
            again()
        done = again()
        # The kill may have come after its end: then the second saw it all once more.
        for batch in Batch.objects.order_by("id")[before:]:
            self.held[batch.pk] = again
        assert done.state == Batch.DONE

    @precondition(lambda self: self.held)
    @rule(which=st.integers(0, 99))
    def undo_one(self, which: int) -> None:
        batch = [*self.held][which % len(self.held)]
        undo(batch)
        del self.held[batch]

    @precondition(lambda self: self.held)
    @rule(which=st.integers(0, 99), statements=st.integers(1, 250))
    def undo_killed(self, which: int, statements: int) -> None:
        batch = [*self.held][which % len(self.held)]
        with killed_after(statements):
            undo(batch)
        undo(batch)
        del self.held[batch]

    @rule(which=st.integers(0, 99), other=st.integers(0, 99))
    def merge_two(self, which: int, other: int) -> None:
        people: list[Contact] = list(Contact.objects.filter(address__isnull=False).order_by("id"))
        if people:
            try:
                merge(people[which % len(people)], people[other % len(people)], actor=None)
            except Refused:
                return

    @rule(which=st.integers(0, 99))
    def unmerge_one(self, which: int) -> None:
        standing = list(Merge.objects.filter(undone_at=None).order_by("id"))
        if standing:
            try:
                unmerge(standing[which % len(standing)], actor=None)
            except Refused:
                return

    @rule(name=st.sampled_from(["Seal Works", "Client"]))
    def rename(self, name: str) -> None:
        found = Account.objects.order_by("id").first()
        if found:
            rename_account(found.pk, name, actor=None)

    @rule(address=st.sampled_from(["tom@client.example", "dora@dealer.example"]))
    def erase_one(self, address: str) -> None:
        erase(address, actor=None)
        self.erased = True

    @invariant()
    def no_row_is_astray_or_double(self) -> None:
        for table, astray in ORPHANS.items():
            assert rows(f"SELECT COUNT(*) FROM ledger_{table} WHERE {astray}") == 0, table
        arrived = Arrival.objects.values_list("batch_id", flat=True)
        # Of a pile that is with erased people alone nothing comes in, and its batch holds nothing.
        assert {*arrived} == {*self.held} or (self.erased and {*arrived} < {*self.held})
        kept = rows("SELECT COUNT(*) FROM ledger_activity")
        assert kept == rows("SELECT COUNT(DISTINCT content_key) FROM ledger_activity")

    def teardown(self) -> None:
        """Without what people did, it is as if what is held now had come to an empty ledger."""
        for row in Merge.objects.filter(undone_at=None).order_by("-id"):
            unmerge(row, actor=None)
        with setting_up():
            for domain in AccountDomain.objects.filter(account__guessed_name=False):
                name = account_name(domain.domain)
                Account.objects.filter(id=domain.account_id).update(name=name, guessed_name=True)
        undo(self.bring(*self.drawn(ANN, 0)).pk)  # and with it what the given names alone held
        before, held = content_hash(), [*self.held.values()]
        self.undo_all()
        for again in held:
            self.held[again().pk] = again
        # An erased person's mail and words are left out in other ways than they are taken out.
        assert self.erased or content_hash() == before
        self.undo_all()
        with setting_up():
            Erased.objects.all().delete()
            Erasure.objects.all().delete()

    def undo_all(self) -> None:
        for batch in [*self.held]:
            undo(batch)
            del self.held[batch]
        assert content_hash() == self.empty
        for model in (Account, Address, Contact, Colleague, NameSeen, Arrival):
            assert not model.objects.exists(), model


def test_whatever_is_done_the_ledger_tells_what_is_held(firm: User, tmp_path: Path) -> None:
    class Here(Ledger):
        place = tmp_path

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=12,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[*HealthCheck],
        ),
    )
