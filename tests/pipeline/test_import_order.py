"""The order in which mail comes in, and the pieces it comes in, leave no mark on the ledger."""

from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from django.db import transaction

from kith.ledger.rights.models import User
from kith.pipeline.ingest import import_mail
from kith.terms.words import Level
from tests.ledger.content import content, threads
from tests.ledger.letters import NOON, Letter, folder
from tests.pipeline.conftest import ANN, BEN, BringIn, several

pytestmark = pytest.mark.django_db

CLEO, DORA = "cleo@client.example", "dora@dealer.example"
Piece = tuple[str, bool, list[Letter]]  # mailbox, whether sent, mails


def letter(n: int, day: int, **other: object) -> Letter:
    return Letter(f"m{n}", sent=NOON + timedelta(days=day), text=f"Word {n}", **other)  # type: ignore[arg-type]


def left_behind(pieces: list[Piece], path: Path, levels: dict[str, tuple[Level, Level]]) -> object:
    """The content after these imports, which are then taken back."""
    with transaction.atomic():
        for number, (mailbox, sent, letters) in enumerate(pieces):
            keep, share = levels.get(mailbox, (None, None))
            import_mail(
                folder(path / str(number), letters, sent=sent),
                mailbox=mailbox,
                keep=keep,
                share=share,
            )
        found = content()
        transaction.set_rollback(True)
    return found


WORDS = (
    "The valves that you sent us in the spring do not close any more when the water is hot,"
    " and the plant stands still."
)
QUOTED = (
    "On 4 March 2025 Cleo wrote:\n> The valves that you sent us in the spring do not close any\n"
    "> more when the water is hot, and the plant stands still."
)
# One conversation and its neighbours: by reference, by subject alone, across 30 days, by words.
CONVERSATION = [
    letter(1, 0),
    letter(2, 50),
    letter(3, 25),
    letter(4, 26, refers=("m3",), subject="Re: Seals for the P-40"),
    letter(5, 90, refers=("gone",), subject="Something else"),
    letter(6, 91, refers=("gone", "m9"), subject="A third thing"),
    letter(7, 200),
    letter(8, 201, sender=f"Dora <{DORA}>"),
    letter(9, 10, subject="The ninth"),
    letter(10, 11, sender="Ann <ann@firm.example>", to=(CLEO,), refers=("m9",)),
    Letter("m11", sent=NOON + timedelta(days=300), subject="Valves", text=WORDS),
    Letter(
        "m12",
        sent=NOON + timedelta(days=380),
        subject="New",
        refers=("m99",),
        text=f"We are on it.\n\n{QUOTED}",
    ),
    Letter(
        "m13",
        sent=NOON + timedelta(days=320),
        subject="Other words",
        text=f"We would like to order.\n\n{QUOTED}",
    ),
]


@pytest.mark.parametrize("seed", range(8))
def test_threads_are_the_same_in_every_order_and_in_any_pieces(
    seed: int, firm: User, bring_in: BringIn
) -> None:
    with transaction.atomic():
        bring_in(*CONVERSATION)
        whole = threads()
        transaction.set_rollback(True)
    random = Random(seed)
    mails = random.sample(CONVERSATION, len(CONVERSATION))
    for piece in several(mails, random.randint(2, len(mails))):
        bring_in(*piece)
    assert threads() == whole
    assert len(whole) == 4


def test_a_mail_that_closes_a_gap_joins_the_threads_on_both_sides(
    firm: User, bring_in: BringIn
) -> None:
    bring_in(letter(1, 0))
    bring_in(letter(2, 50))
    assert len(threads()) == 2
    bring_in(letter(3, 25))
    assert len(threads()) == 1


IN_TWO = [
    letter(21, 0, to=(ANN, BEN)),
    letter(22, 1, to=(ANN,), cc=(BEN,)),
    letter(23, 2, to=("office@client.example",), cc=("tom@client.example",)),
    letter(24, 3, to=("list@dealer.example",), sender="C. Crane <cleo@client.example>"),
    letter(25, 4, sender="Somebody <some.body@gmail.com>", to=(ANN,), cc=(BEN,)),
    letter(26, 5, sender="Ben <ben@firm.example>", to=(ANN,)),
]
BY_ASSISTANT = [letter(31, 6, sender="Ben Berg <ben@firm.example>", to=(CLEO,), cc=(DORA,))]
ASKS = [letter(41, 7, subject="Price?", to=(ANN, BEN))]
PIECES: list[Piece] = [
    (ANN, False, IN_TWO),
    (BEN, False, [*IN_TWO[3:], *ASKS]),
    (BEN, False, IN_TWO[:3]),
    (ANN, True, BY_ASSISTANT),
    (BEN, True, BY_ASSISTANT),
    (ANN, False, [*CONVERSATION[:4], *ASKS]),
    (BEN, False, CONVERSATION[2:]),
]
LEVELS: list[dict[str, tuple[Level, Level]]] = [
    {},
    {ANN: (Level.METADATA, Level.METADATA), BEN: (Level.FULL, Level.SUBJECT)},
    {ANN: (Level.SUBJECT, Level.SUBJECT), BEN: (Level.FULL, Level.NOTHING)},
]


@pytest.mark.parametrize("levels", LEVELS, ids=["default", "metadata and full", "subject and full"])
def test_the_order_of_mailboxes_makes_no_difference(
    levels: dict[str, tuple[Level, Level]], firm: User, tmp_path: Path
) -> None:
    places = (tmp_path / str(n) for n in count())
    first = left_behind(PIECES, next(places), levels)
    for seed in range(6):
        pieces = Random(seed).sample(PIECES, len(PIECES))
        assert left_behind(pieces, next(places), levels) == first


def test_the_size_of_the_pieces_makes_no_difference(firm: User, tmp_path: Path) -> None:
    mails = [*CONVERSATION, *IN_TWO, *ASKS]
    found = [
        left_behind([(ANN, False, p) for p in several(mails, n)], tmp_path / str(n), {})
        for n in (1, 2, 5, len(mails))
    ]
    assert all(one == found[0] for one in found)
