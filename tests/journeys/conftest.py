"""One browser for all journeys, a live server, and the ledger that they walk through."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.journeys.browser import chromium
from tests.surfaces.cast import Cast, build


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's loop runs in this thread, where Django then refuses to touch its database. There
    # is no other coroutine here that could be disturbed.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with chromium() as started:
        yield started
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The ledger of the journeys: a small one for now."""
    return build()


@pytest.fixture
def address(live_server: LiveServer) -> str:
    return str(live_server.url)
