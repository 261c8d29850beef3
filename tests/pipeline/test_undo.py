"""An import taken back leaves what would be there had it never been."""

from itertools import count
from pathlib import Path

import pytest

from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.rights.models import User
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.undo import undo
from tests.ledger.content import content
from tests.ledger.letters import Letter
from tests.pipeline.conftest import ANN, BEN, BringIn

pytestmark = pytest.mark.django_db(transaction=True)


def test_all_undone_is_an_empty_ledger(firm: User, bring_in: BringIn) -> None:
    empty, nothing = content_hash(), content()
    one = bring_in(Letter("a"), Letter("b", refers=("a",)))
    after_one = content_hash()
    two = bring_in(Letter("a"), Letter("c", cc=("x@dealer.example",)), mailbox=BEN)
    assert len({empty, after_one, content_hash()}) == 3
    undo(two.pk)
    assert content_hash() == after_one
    undo(one.pk)
    assert content_hash() == empty
    assert not Arrival.objects.exists()
    now = content()
    now["users"] = nothing["users"]
    now["mailboxes"] = nothing["mailboxes"]
    assert now == nothing
