"""An import taken back leaves what would be there had it never been."""

from random import Random

import pytest

from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.rights.models import User
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.undo import undo
from kith.terms.words import Level
from tests.ledger.content import content
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn
from tests.pipeline.test_import_order import ASKS, BY_ASSISTANT, CONVERSATION, IN_TWO
from tests.pipeline.test_levels import found_by

pytestmark = pytest.mark.django_db(transaction=True)
CARL = "carl@firm.example"
NONE, WHO, SUBJECT, FULL = Level.NOTHING, Level.METADATA, Level.SUBJECT, Level.FULL
Piece = tuple[str, bool, list[Letter]]  # mailbox, whether sent, mails


def held() -> dict[str, object]:
    """The content, and the hash of it. Users and mailboxes are nobody's import."""
    found = {name: rows for name, rows in content().items() if name not in ("users", "mailboxes")}
    return {**found, "hash": content_hash(), "found": found_by_words()}


def found_by_words() -> object:
    return {word: who for word, who in found_by().items() if who}


def test_all_undone_is_an_empty_ledger(firm: User, bring_in: BringIn) -> None:
    empty = held()
    one = bring_in(Letter("a"), Letter("b", refers=("a",)))
    after_one = held()
    two = bring_in(Letter("a"), Letter("c", cc=("x@dealer.example",)), mailbox=BEN)
    assert len({str(empty["hash"]), str(after_one["hash"]), content_hash()}) == 3
    undo(two.pk)
    assert held() == after_one
    undo(one.pk)
    assert held() == empty
    assert not Arrival.objects.exists()


CANARY = Letter(
    "z", to=(ANN, BEN), cc=(CARL,), subject="Canarysubject", text="Could you send the canarytext?"
)
PIECES: list[Piece] = [
    (ANN, False, [*IN_TWO, CANARY]),
    (BEN, False, [*IN_TWO[3:], *ASKS, CANARY]),
    (CARL, False, [*IN_TWO, *CONVERSATION[::2], CANARY]),
    (ANN, True, BY_ASSISTANT),
    (BEN, True, BY_ASSISTANT),
    (CARL, False, BY_ASSISTANT),
    (ANN, False, [*CONVERSATION[:4], *ASKS]),
    (BEN, False, CONVERSATION[2:]),
]
LEVELS: list[dict[str, tuple[Level, Level]]] = [
    {},
    {ANN: (WHO, WHO), BEN: (FULL, SUBJECT), CARL: (SUBJECT, NONE)},
    {ANN: (SUBJECT, SUBJECT), BEN: (FULL, NONE), CARL: (WHO, NONE)},
    {ANN: (FULL, FULL), BEN: (SUBJECT, WHO), CARL: (FULL, NONE)},
]


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("leaver", [ANN, BEN, CARL])
def test_who_leaves_a_mail_to_others_leaves_no_trace_in_it(
    leaver: str, levels: dict[str, tuple[Level, Level]], firm: User, bring_in: BringIn
) -> None:
    def bring(piece: Piece) -> Batch:
        mailbox, sent, letters = piece
        keep, share = levels.get(mailbox, (None, None))
        return bring_in(*letters, mailbox=mailbox, sent=sent, keep=keep, share=share)

    for box in (ANN, BEN, CARL):
        undo(bring((box, False, [CANARY])).pk)  # mailboxes are numbered alike both times
    for piece in PIECES:
        if piece[0] != leaver:
            bring(piece)
    alone = held()
    for batch in Batch.objects.exclude(state=Batch.UNDONE):
        undo(batch.pk)
    batches = [bring(piece) for piece in Random(leaver).sample(PIECES, len(PIECES))]
    leaving = [b for b in batches if b.mailbox and b.mailbox.address == leaver]
    for batch in Random(leaver).sample(leaving, len(leaving)):
        undo(batch.pk)
    assert held() == alone


def test_one_of_two_imports_into_a_mailbox_leaves_the_other_untouched(
    firm: User, bring_in: BringIn
) -> None:
    first = bring_in(*IN_TWO, *CONVERSATION[:5])
    alone = held()
    undo(bring_in(*IN_TWO, *CONVERSATION, *ASKS).pk)
    assert held() == alone
    second = bring_in(*IN_TWO, *CONVERSATION[:5])
    undo(first.pk)
    assert held() == alone
    undo(second.pk)
