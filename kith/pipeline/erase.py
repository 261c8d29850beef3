"""Erases a person, in steps that may be cut off anywhere. It cannot be undone.

1. Hashes of the person's addresses and names are kept: from here on no import brings them back.
2. What they wrote, and what they are the only outside person of, is deleted.
3. They are taken out of the other mails they were in, words included.
4. All other mails are looked through for their address and full name.
5. The person goes, and every other text of the ledger is looked through.
6. Columns, search index and database are written anew, so that no freed byte tells of them.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from kith.ledger.rights.models import User
from kith.ledger.whole import erase_writers as writers
from kith.ledger.whole import erasure_readers as readers
from kith.ledger.whole.erasure_readers import Whom, Words
from kith.ledger.whole.models import Erasure
from kith.ledger.whole.scrub import scrub
from kith.pipeline.columns import scrub_columns
from kith.pipeline.erase_rows import sweep
from kith.pipeline.thread_keys import subject_keys
from kith.pipeline.tidy import optimise
from kith.pipeline.turn import turn
from kith.reading.erasing import Person, words_of
from kith.terms.subjects import fold_subject

T = TypeVar("T")
DELETED, REWRITTEN = 200, 100  # mails of one transaction
LOOKED_THROUGH = 2_000  # mails read at once


@dataclass(frozen=True, slots=True)
class Plan:
    """What an erasure would do, counted beforehand; mentions in other mails are not looked for.

    `deleted` mails go, `left` lose the person; `namesakes`: addresses of others who bear the name.
    """

    whom: Whom
    deleted: int
    left: int
    namesakes: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.whom.names, *self.whom.common, *self.whom.also)


def plan(email: str, *, also: Collection[str] = ()) -> Plan:
    """What `erase` would do. Raises BadInput and Refused as it does."""
    person = readers.whom(email, also=also)
    gone, left = readers.mails_of(person.address_ids)
    return Plan(person, len(gone), len(left), tuple(readers.namesakes(person)))


def ask(email: str, *, also: Collection[str] = (), actor: User | None) -> Erasure:
    """Takes the first step: the rest is done by `go_on`, or by the worker's next minute.

    Raises BadInput for what is no address, Refused for a colleague's.
    """
    person = readers.whom(email, also=also)
    full = [words for name in (*person.names, *person.also) if len(words := words_of(name)) > 1]
    return writers.begin_erasure(person, full, actor=actor)


def erase(email: str, *, also: Collection[str] = (), actor: User | None) -> Erasure:
    """Erases the person whom an address reaches, to the end; `also` are further names of theirs.

    Raises as `ask` does. One that was erased before may be again: nothing is there, nothing goes.
    """
    return go_on(ask(email, also=also, actor=actor), actor=actor)


def work_through() -> None:
    """Does all that was asked for, or was cut off."""
    for erasure in readers.pending():
        go_on(erasure, actor=erasure.asked_by)


def go_on(erasure: Erasure, *, actor: User | None) -> Erasure:
    """Does what is left of an erasure."""
    with turn("erase", wait=True):
        erasure.refresh_from_db()
        if erasure.state == Erasure.DONE:
            return erasure
        if erasure.whom:
            whom = Whom.from_json(erasure.whom)
            person = _person(whom)
            if erasure.state == Erasure.MAILS:
                _mails(erasure, whom, person, actor)
                writers.go_on(erasure, Erasure.MENTIONS, actor=actor)
            if erasure.state in (Erasure.MAILS, Erasure.MENTIONS):
                _mentions(erasure, person, actor)
                writers.go_on(erasure, Erasure.ROWS, actor=actor)
            writers.delete_whom(erasure, whom, actor=actor)
            sweep(erasure, person, actor=actor)
            writers.forget_whom(erasure, actor=actor)
        scrub_columns()
        optimise(actor=actor)
        scrub()
        return writers.end_erasure(erasure, actor=actor)


def _person(whom: Whom) -> Person:
    return Person(tuple(text for _, text in whom.addresses), whom.names, whom.common, whom.also)


def _mails(erasure: Erasure, whom: Whom, person: Person, actor: User | None) -> None:
    gone, left = readers.mails_of(whom.address_ids)
    for ids in _few(gone, DELETED):
        writers.delete_mails(erasure, ids, actor=actor)
    for ids in _few(left, REWRITTEN):
        others = readers.names_of_others(ids, whom.address_ids)
        before = readers.words_of(ids)
        rows = [_near(row, person, others.get(row.activity_id, ())) for row in before]
        links = [
            (row.activity_id, key)
            for row in before
            for key in subject_keys(fold_subject(row.subject), person.addresses)
        ]
        writers.rewrite_mails(erasure, rows, ids, whom.address_ids, links, actor=actor)


def _mentions(erasure: Erasure, person: Person, actor: User | None) -> None:
    """Walks through every mail that there is: an index might not hold what a file does."""
    last = erasure.cursor if erasure.state == Erasure.MENTIONS else 0
    while rows := readers.words_after(last, LOOKED_THROUGH):
        last = rows[-1].activity_id
        found = [row for row in rows if person.is_in(row.subject) or person.is_in(row.text or "")]
        others = readers.names_of_others([row.activity_id for row in found], ())
        for part in _few(found, REWRITTEN):
            new = [_near(row, person, others.get(row.activity_id, ())) for row in part]
            upto = last if part[-1] is found[-1] else None
            writers.rewrite_mails(erasure, new, (), (), (), cursor=upto, actor=actor)


def _near(row: Words, person: Person, others: Iterable[str]) -> Words:
    """The words of a mail that speaks of the person, without them; spans move with the text."""
    if beside := person.names_beside(row.text or "") - {*person.names}:
        person = replace(person, names=(*person.names, *sorted(beside)))
    subject = person.erased_near(row.subject, others=others).text
    if row.text is None:
        return row._replace(subject=subject)
    new = person.erased_near(row.text, others=others)
    asks = row.asks_from is not None and row.asks_until is not None
    return Words(
        row.activity_id,
        subject,
        new.text,
        new.moved(row.new_from or 0),
        new.moved(row.new_until or 0, ends=True),
        json.dumps(
            [
                [new.moved(start), new.moved(end, ends=True)]
                for start, end in json.loads(row.quoted_within or "[]")
            ]
        ),
        new.moved(row.asks_from or 0) if asks else None,
        new.moved(row.asks_until or 0, ends=True) if asks else None,
    )


def _few(rows: Sequence[T], most: int) -> Iterator[list[T]]:
    rest = iter(rows)
    while part := list(islice(rest, most)):
        yield part
