"""Pages of the ledger in KITH_HOME, asked of the WSGI application itself by signed-in people.

Each request comes in whole: session, rights, queries, template. Nothing travels over a network.
"""

import json
import random
import time
from collections.abc import Callable, Sequence
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
from kith.ledger.trade.models import Invoice
from kith.terms.words import Role

Asked = list[tuple[str, list[str]]]  # paths, each with the cookies of who may ask for it


def main(how_many: str, which: str = "mail") -> None:
    """`which`: the pages of mail, or those of trade, asked of a ledger that has it."""
    requests = int(how_many)
    chance = random.Random(1)
    users = chance.sample(list(User.objects.order_by("id")), 20)
    pages = (_of_trade if which == "trade" else _of_mail)(users, chance, requests)
    print(json.dumps({name: _asked(asked, chance) for name, asked in pages.items()}))


def _of_mail(users: Sequence[User], chance: random.Random, requests: int) -> dict[str, Asked]:
    """Every page asked by each of the users in turn."""
    cookies = [_signed_in(user) for user in users]
    accounts = chance.sample(range(1, Account.objects.count() + 1), requests)
    contacts = _at_accounts(chance, requests)
    paths = {
        "Today": ["/"] * requests,
        "account": [f"/accounts/{account}/" for account in accounts],
        "accounts": ["/accounts/"] * requests,
        "accounts by name": ["/accounts/?sort=name"] * requests,
        "accounts by trend, customers": ["/accounts/?sort=trend&relation=customer"] * requests,
        "accounts held by me": ["/accounts/?sort=last&mine=1"] * requests,
        "contact": [f"/contacts/{contact}/" for contact in contacts],
        "accounts, a search": [f"/accounts/?q={_letters(chance)}" for _ in range(requests)],
    }
    return {name: [(path, cookies) for path in them] for name, them in paths.items()}


def _of_trade(users: Sequence[User], chance: random.Random, requests: int) -> dict[str, Asked]:
    """Of accounts by who sells to them; of the firm by the same people, and by a manager."""
    manager = User.objects.filter(role=Role.MANAGER).order_by("id")[0]
    cookies = {user.pk: _signed_in(user) for user in users}
    anybody = [*cookies.values(), _signed_in(manager)]
    of_seller = {user: them for user in users if (them := _sold_by(user))}
    sold = [
        (chance.choice(of_seller[user]), cookies[user.pk])
        for user in chance.choices(list(of_seller), k=requests)
    ]
    listed = {
        "waterfall": "/waterfall/", "waterfall by product": "/waterfall/?by=product",
        "asset or obstacle": "/standing/", "giveaways": "/giveaways/",
        "giveaways without return": "/giveaways/?open=1", "rises": "/rises/",
        "review": "/review/",
    }  # fmt: skip
    whose = {"review": [_signed_in(manager)]}
    return {
        "trade": [(f"/accounts/{account}/trade/", [one]) for account, one in sold],
        "lines": [(f"/accounts/{account}/trade/lines/", [one]) for account, one in sold],
        "lines at a step": [
            (f"/accounts/{account}/trade/lines/?step=order_discount", [one])
            for account, one in sold
        ],
        "account that trades": [(f"/accounts/{account}/", [one]) for account, one in sold],
        **{name: [(path, whose.get(name, anybody))] * requests for name, path in listed.items()},
    }


def _sold_by(user: User) -> list[int]:
    """Accounts of their invoices, some of those of the last months."""
    rows = Invoice.objects.filter(salesperson__user=user).order_by("-day")[:300]
    return [account for account in rows.values_list("customer__account", flat=True) if account]


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


def _asked(pages: Asked, chance: random.Random) -> dict[str, Any]:
    """Per request: milliseconds by the clock, of the processor, and statements."""
    path, cookies = pages[0]
    answer(path, cookies[0])  # templates are compiled once in a server's life
    found = [answer(path, chance.choice(cookies)) for path, cookies in pages]
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
