"""What every test stands on: a home of its own (`tests.home`), no network, the write guard."""

import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import AppConfig
from django.db import connection
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from hypothesis import settings

from tests import disk, write_guard
from tests.allow import setting_up


def clear_search(sender: AppConfig, **_: object) -> None:
    """No model stands behind the search index, so the flush between tests would leave it."""
    if sender.label != "ledger":
        return
    with setting_up(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO ledger_search(ledger_search) VALUES ('delete-all')")
        else:
            cursor.execute("TRUNCATE ledger_search")


disk.stand_on()
connection_created.connect(write_guard.stand_on, dispatch_uid="write guard")
post_migrate.connect(clear_search, dispatch_uid="search index")  # sent after each flush
# How long one example takes says more about the machine than about the code.
settings.register_profile("kith", deadline=None)
settings.load_profile("kith")
pytest_plugins = ["tests.kept"]
TESTS = Path(__file__).parent
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
# Files whose tests take half a minute and more, the longest first. One worker runs a file: it had
# better not begin one of these when the others are through.
LONG = (
    "demo/test_load.py",
    "signals/test_rules.py",
    "pipeline/test_refresh.py",
    "journeys/test_own_data.py",
    "journeys/test_demo_company.py",
    "journeys/test_accessible.py",
    "journeys/test_languages.py",
    "journeys/test_own_books.py",
    "pipeline/test_backtest_planted.py",
    "pipeline/test_killed.py",
    "cli/test_commands.py",
    "pipeline/test_erased_bytes.py",
    "surfaces/test_canaries.py",
    "pipeline/sheets/test_killed.py",
    "pipeline/test_backtest_real.py",
    "findings/test_rules.py",
    "cli/test_canaries.py",
    "cli/test_signal.py",
    "journeys/test_newcomer.py",
    "journeys/test_sitting.py",
    "journeys/test_monday.py",
    "journeys/test_giveaway.py",
    "surfaces/test_permissions.py",
    "surfaces/test_serve.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="run the tests that use the database, as `make pytest-postgres` does",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what a second database cannot change, by the fixtures that a test asks for; puts
    files that take long first, then those of many tests, each in the order it came in."""
    if config.getoption("--database-only"):
        left_out = [item for item in items if not uses_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if uses_database(item)]
    long = {TESTS / name: place for place, name in enumerate(LONG)}
    many = Counter(item.path for item in items)
    files = {path: n for n, path in enumerate(dict.fromkeys(item.path for item in items))}
    items.sort(key=lambda i: (long.get(i.path, len(long)), -many[i.path], files[i.path]))


def pytest_collection_finish() -> None:
    """What stands by now stays to the end; the collector need not go through it again and again,
    nor look every 700 objects for what the next look finds as well (`kith.facts.garbage`)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)


def uses_database(item: pytest.Item) -> bool:
    fixtures = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """The body of every test runs under the write guard."""
    with write_guard.watched():
        return (yield)
