"""Fails a test in which something writes to the ledger past its writers.

Stands on every connection, those of other threads (a live server, a job) included, and looks at
the SQL itself, so it does not matter how the statement came about. Two ways round it remain, and
`tests/architecture/test_writes.py` looks for them in the code: COPY and the driver's own cursor.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from kith.ledger.guard import is_writing

CHANGES_THE_LEDGER = re.compile(
    r"""\b(?: insert (?:\s+or\s+\w+)? \s+ into
            | replace \s+ into
            | update (?:\s+or\s+\w+)? (?:\s+only)?
            | delete \s+ from (?:\s+only)?
            | merge \s+ into
            | truncate (?:\s+table)? )
        \s+ (?:"?\w+"?\.)? "?(?P<table>ledger_\w+)""",
    re.IGNORECASE | re.VERBOSE,
)
# Signing in stamps the user and may renew the password's hash: Django's own doing.
SIGNS_IN = re.compile(r'UPDATE "ledger_user" SET "(?:last_login|password)" = (?:%s|NULL) WHERE ')

_watching = False


class WrittenPastTheWriters(AssertionError):
    """A statement changed the ledger outside a function under `@writer`."""


@contextmanager
def watched() -> Iterator[None]:
    """Watches while a test's body runs: fixtures, migrations and the flush between are not code
    under test."""
    global _watching  # one process, one test at a time, but several threads
    _watching = True
    try:
        yield
    finally:
        _watching = False


def refuse_writes(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Django's execute wrapper: lets a statement through, or raises WrittenPastTheWriters."""
    if _watching and not is_writing():
        match = CHANGES_THE_LEDGER.search(sql)
        if match and not SIGNS_IN.match(sql):
            raise WrittenPastTheWriters(
                f"{match['table']} was changed outside a writer (kith/ledger/*/writers.py,"
                f" @writer; in a test: tests.allow.setting_up): {sql[:300]}"
            )
    return execute(sql, params, many, context)


def stand_on(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Receives `connection_created`."""
    if refuse_writes not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_writes)
