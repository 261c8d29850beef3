"""How the index on SQLite grows: what is written together is not written twice."""

import random

import pytest
from django.db import connection

from kith.ledger.rights.models import User
from tests.ledger.letters import Letter
from tests.pipeline.conftest import BringIn

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="FTS5 is SQLite's"),
]


def test_all_words_of_one_transaction_are_one_piece_of_the_index(
    firm: User, bring_in: BringIn
) -> None:
    chance = random.Random(5)
    letters = [
        Letter(f"m{number}", text=" ".join(chance.randbytes(5).hex() for _ in range(4_000)))
        for number in range(40)  # 1.8 MB: one chunk of an import, and one transaction
    ]
    assert bring_in(*letters).kept == len(letters)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT segid) FROM ledger_search_idx")
        assert cursor.fetchone() == (1,)
