"""Pages of the ledger in KITH_HOME, asked of the WSGI application itself by signed-in people.

Each request comes in whole: session, rights, queries, template. Nothing travels over a network.
"""

import json
import random
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from kith.config.wsgi import application
from kith.ledger.people.models import Account, Contact, Employment
from kith.ledger.rights.models import User


def main(how_many: str) -> None:
    requests = int(how_many)
    chance = random.Random(1)
    users = chance.sample(list(User.objects.order_by("id")), 20)
    cookies = [_signed_in(user) for user in users]
    accounts = chance.sample(range(1, Account.objects.count() + 1), requests)
    contacts = _at_accounts(chance, requests)
    pages = {
        "Today": ["/"] * requests,
        "account": [f"/accounts/{account}/" for account in accounts],
        "accounts": ["/accounts/"] * requests,
        "accounts by name": ["/accounts/?sort=name"] * requests,
        "accounts by trend, customers": ["/accounts/?sort=trend&relation=customer"] * requests,
        "accounts held by me": ["/accounts/?sort=last&mine=1"] * requests,
        "contact": [f"/contacts/{contact}/" for contact in contacts],
        "accounts, a search": [f"/accounts/?q={_letters(chance)}" for _ in range(requests)],
    }
    print(json.dumps({name: _asked(paths, cookies, chance) for name, paths in pages.items()}))


def _at_accounts(chance: random.Random, how_many: int) -> list[int]:
    """People who work at an account: their pages are there for everybody."""
    last = Contact.objects.order_by("-id").values_list("id", flat=True)[0]
    found: set[int] = set()
    while len(found) < how_many:
        place = chance.randint(1, last)
        row = Employment.objects.filter(contact_id__gte=place, until=None).order_by("contact_id")[0]
        found.add(row.contact_id)
    return sorted(found)


def _signed_in(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = (
        str(user.pk),
        settings.AUTHENTICATION_BACKENDS[0],
    )
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"sessionid={session.session_key}"


def _letters(chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghijklmnoprstu", k=2))


def _asked(paths: list[str], cookies: list[str], chance: random.Random) -> dict[str, Any]:
    """Per request: milliseconds by the clock, of the processor, and statements."""
    answer(paths[0], cookies[0])  # templates are compiled once in a server's life
    found = [answer(path, chance.choice(cookies)) for path in paths]
    return dict(
        zip(("milliseconds", "processor", "statements"), zip(*found, strict=True), strict=True)
    )


def answer(path: str, cookie: str) -> tuple[float, float, int]:
    """How long one request took and kept the processor, in milliseconds; statements it sent."""
    sent = 0

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal sent
        sent += 1
        return execute(sql, params, many, context)

    began, busy = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(count):
        status = _call(path, cookie)
    taken, busy = time.perf_counter() - began, time.process_time() - busy
    if not status.startswith("200"):
        raise RuntimeError(f"{path} answered {status}.")
    return taken * 1_000, busy * 1_000, sent


def _call(path: str, cookie: str) -> str:
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
    if not body:
        raise RuntimeError(f"{path} answered nothing.")
    return said[0]
