"""The cast, once per test, and a browser's client for each of its members."""

from collections.abc import Callable

import pytest
from django.test import Client

from kith.ledger.models import User
from tests.surfaces.cast import Cast, build


@pytest.fixture
def cast(db: None) -> Cast:
    return build()


@pytest.fixture
def seen_by() -> Callable[[User | None], Client]:
    """A client signed in as somebody; as nobody for None."""

    def client(user: User | None) -> Client:
        made = Client()
        if user is not None:
            made.force_login(user)
        return made

    return client
