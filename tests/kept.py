"""The cast, written once for all tests in a row that begin with it.

Its rows stand in a transaction that stays open from test to test. Each test runs in a transaction
of its own within that one and is taken back at its end, as every test is; after the last in a row
the cast is taken back as well, so that whoever does not ask for it begins with an empty ledger.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from copy import deepcopy
from functools import partial

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from tests.surfaces.cast import Cast, build


class Kept:
    """Where the cast stands from one test to the next, if it does."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._transaction = ExitStack()
        self._cast: Cast | None = None

    def stand(self) -> None:
        """Writes the cast, unless it stands."""
        if self._cast is None:
            with self._blocker.unblock():
                self._transaction.enter_context(transaction.atomic())
                self._transaction.callback(partial(transaction.set_rollback, True))
                self._cast = build()
                connection.check_constraints()  # else each test waits for these rows' again

    def fall(self) -> None:
        """Takes it back."""
        if self._cast is not None:
            self._cast = None
            with self._blocker.unblock():
                self._transaction.close()

    @property
    def broken(self) -> bool:
        """Has a test ended the transaction under it?"""
        return connection.needs_rollback or not connection.in_atomic_block

    def given(self) -> Cast:
        """For one test: rows that it may change and spoil, of the cast that stands or a new one."""
        return build() if self._cast is None else deepcopy(self._cast)


_kept = pytest.StashKey[Kept]()


@pytest.fixture(scope="session")
def kept(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Kept]:
    """Made by the first test that asks for the cast, which still writes its own."""
    made = Kept(django_db_blocker)
    request.config.stash[_kept] = made
    yield made
    made.fall()
    del request.config.stash[_kept]


@pytest.fixture
def kept_cast(db: None, kept: Kept) -> Cast:
    """The ledger of Hart Pumps, and the rows of it that tests name."""
    return kept.given()


def begins_with_it(item: pytest.Item | None) -> bool:
    """Does the test ask for the cast, and leave transactions to the frame?"""
    fixtures = set(getattr(item, "fixturenames", ()))
    if item is None or "kept_cast" not in fixtures:
        return False
    marker = item.get_closest_marker("django_db")
    return not ({"transactional_db", "live_server"} & fixtures or (marker and marker.kwargs))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    made = item.config.stash.get(_kept, None)
    if made and begins_with_it(item):
        made.stand()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    yield
    made = item.config.stash.get(_kept, None)
    if made and (made.broken or not begins_with_it(nextitem)):
        made.fall()
