"""Asks the WSGI application itself for pages, as somebody who is signed in.

Each request comes in whole: session, rights, queries, template. Nothing travels over a network.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from kith.config.wsgi import application
from kith.ledger.rights.models import User


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page took: milliseconds of the clock and of the processor; statements; bytes."""

    clock: float
    processor: float
    statements: int
    size: int


def signed_in(user: User) -> str:
    """The cookie of a session of theirs."""
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = (
        str(user.pk),
        settings.AUTHENTICATION_BACKENDS[0],
    )
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"sessionid={session.session_key}"


def answer(path: str, cookie: str) -> Answer:
    """Asks for one page. Raises RuntimeError for anything but a page."""
    sent = 0

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal sent
        sent += 1
        return execute(sql, params, many, context)

    began, busy = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(count):
        status, body = page(path, cookie)
    taken, busy = time.perf_counter() - began, time.process_time() - busy
    if not status.startswith("200") or not body:
        raise RuntimeError(f"{path} answered {status} with {len(body)} bytes.")
    return Answer(taken * 1_000, busy * 1_000, sent, len(body))


def page(path: str, cookie: str) -> tuple[str, bytes]:
    """The status and the bytes of one answer."""
    place, _, query = path.partition("?")
    environ: dict[str, Any] = {
        "PATH_INFO": place, "QUERY_STRING": query, "HTTP_HOST": "localhost",
        "HTTP_COOKIE": cookie, "wsgi.input": BytesIO(),
    }  # fmt: skip
    setup_testing_defaults(environ)
    said: list[str] = []

    def start(status: str, *_: object) -> Callable[[bytes], object]:
        said.append(status)
        return print  # nobody writes that way

    response = application(environ, start)
    body = b"".join(response)
    response.close()
    return said[0], body
