"""Whose rows of a signal of trade a user is given."""

from collections.abc import Mapping
from types import ModuleType

import ibis
import pytest

from kith.ledger.rights.models import User
from kith.pipeline.signal_table import _seen
from kith.signals import account_waterfall, colleague_waterfall, product_waterfall
from kith.terms.words import Role

ANN, BEN = 71, 72  # users; their colleagues are 1 and 2
MEASURED: Mapping[str, ibis.Table] = {
    "colleagues": ibis.memtable({"colleague_id": [1, 2, 3], "user_id": [ANN, BEN, None]}),
    "accounts": ibis.memtable({"account_id": [10, 20, 30], "owner_user_id": [ANN, BEN, BEN]}),
    "lines": ibis.memtable(
        {"account_id": [20, 30, None, 10], "colleague_id": [1, 2, 1, 2]},
        schema={"account_id": "int64", "colleague_id": "int64"},
    ),
    "account_waterfall": ibis.memtable({"account_id": [10, 20, 30]}),
    "colleague_waterfall": ibis.memtable({"colleague_id": [0, 1, 2]}),
    "product_waterfall": ibis.memtable({"item_id": [5, 6]}),
}


def given(module: ModuleType, pk: int, role: Role = Role.REPRESENTATIVE) -> set[int]:
    rows = _seen(module, MEASURED, User(pk=pk, role=role))
    return {int(next(iter(row.values()))) for row in rows.to_pyarrow().to_pylist()}


def test_an_accounts_rows_go_to_its_owner_and_to_whoever_sells_to_it() -> None:
    assert given(account_waterfall, ANN) == {10, 20}
    assert given(account_waterfall, BEN) == {10, 20, 30}


def test_a_colleagues_row_goes_to_them_alone() -> None:
    assert given(colleague_waterfall, ANN) == {1}


def test_what_is_of_no_account_and_no_colleague_goes_to_managers() -> None:
    assert given(product_waterfall, ANN) == set()


@pytest.mark.parametrize(
    ("module", "all_"),
    [
        (account_waterfall, {10, 20, 30}),
        (colleague_waterfall, {0, 1, 2}),
        (product_waterfall, {5, 6}),
    ],
)
def test_managers_are_given_every_row(module: ModuleType, all_: set[int]) -> None:
    assert given(module, ANN, Role.MANAGER) == all_
