"""Every address, asked by everybody: words that are one reader's alone reach nobody else.

Addresses come from the resolver, so a new one is asked from its first day; one whose arguments are
of a new kind fails until it is said here which rows it speaks of.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from kith.ledger import models as m
from tests.allow import setting_up
from tests.surfaces.canaries import ANN, BEN, CANARIES, EVA, TOM, build

pytestmark = pytest.mark.django_db(transaction=True)
Seen = Callable[[m.User | None], Client]
NOBODY = "nobody signed in"
OK = 200
READERS = (NOBODY, ANN, BEN, EVA, TOM)


def ids(model: type) -> list[object]:
    return [*model.objects.values_list("pk", flat=True), 999_999]  # type: ignore[attr-defined]


# What an argument of an address stands for: every row of that kind, and one that is not there.
ARGUMENTS: dict[str, Callable[[], list[object]]] = {
    "account_id": lambda: ids(m.Account),
    "activity_id": lambda: ids(m.Activity),
    "batch_id": lambda: ids(m.Batch),
    "block_id": lambda: ids(m.Block),
    "contact_id": lambda: ids(m.Contact),
    "erasure_id": lambda: ids(m.Erasure),
    "finding_id": lambda: ids(m.Finding),
    "giveaway_id": lambda: ids(m.Giveaway),
    "rise_id": lambda: ids(m.PriceRise),
    "waiver_id": lambda: ids(m.Waiver),
    "return_id": lambda: ids(m.GiveawayReturn),
    "mailbox_id": lambda: ids(m.Mailbox),
    "question_id": lambda: ids(m.Question),
    "domain_id": lambda: ids(m.OwnDomain),
    "user_id": lambda: ids(m.User),
    "verb": lambda: ["done", "snooze", "wrong"],
    "said": lambda: ["yes", "no"],
    "signal": lambda: ["silence", "threads_open", "nothing"],
    "token": lambda: ["none"],
    "which": lambda: ["people", "firms", "two-way", "quiet", "nothing"],
    "kind": lambda: ["css", "js", "nothing"],
}
# Asked of every address without arguments that is there; it takes what it knows of them.
QUERIES: list[dict[str, str]] = [{"sort": "name"}, {"mailbox": BEN}, {"after": "a~1"}]
OF_ROWS: list[dict[str, str]] = [{"everybody": ""}, {"before": "2999-01-01.1"}]
SOUGHT: list[dict[str, str]] = [{"q": canary.begins} for canary in CANARIES]
NO_CANARY = "ptarmigan"
TOKEN = re.compile(r"csrf\w*['\"=: ]+(?:value=\")?[\w-]{32,}")


def patterns(
    found: list[URLPattern | URLResolver], under: str = ""
) -> Iterator[tuple[str, set[str]]]:
    """Every address with the names of its arguments; those by which one signs in come with `/`."""
    for pattern in found:
        path = under + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if path != "sign-in/":
                yield from patterns(pattern.url_patterns, path)
        else:
            yield path, set(pattern.pattern.converters)


def paths() -> list[str]:
    every = []
    for path, names in patterns(get_resolver().url_patterns):
        values = [[(name, value) for value in ARGUMENTS[name]()] for name in sorted(names)]
        for chosen in itertools.product(*values):
            filled = path
            for name, value in chosen:
                filled = re.sub(rf"<(?:\w+:)?{name}>", str(value), filled)
            every.append(f"/{filled}")
    return [
        *every,
        "/sign-in/login/",
        "/sign-in/password/change/",
        "/nowhere/",
        "/facts/",
        "/kith.db",
    ]


def answers(reader: Client, path: str) -> Iterator[tuple[dict[str, str], str]]:
    """What an address answers: whole, as htmx asks, and to each query it may know. An address that
    is not there for the reader is that whatever else one asks of it."""
    response = reader.get(path)
    yield {}, said(response)
    if response.status_code != OK:
        return
    yield {}, said(reader.get(path, headers={"HX-Request": "true"}))
    has_rows = any(c.isdigit() for c in path)
    queries = OF_ROWS if has_rows else [*QUERIES, *(SOUGHT if seeks(reader, path) else [])]
    for query in queries:
        yield query, said(reader.get(path, query))


def seeks(reader: Client, path: str) -> bool:
    """Whether an address looks for words: it answers otherwise to `q` than to what none knows."""
    one, other = (TOKEN.sub("", said(reader.get(path, {name: NO_CANARY}))) for name in ("q", "x"))
    return one != re.sub(r"(\?|%3f)x(=|%3d)", r"\1q\2", other)


def said(response: HttpResponseBase) -> str:
    """All of an answer: words, headers, cookies."""
    streamed = isinstance(response, StreamingHttpResponse)
    body = b"".join(response) if streamed else response.content  # type: ignore[attr-defined]
    heads = [*map(str, response.items()), response.cookies.output()]
    return "\n".join([body.decode(errors="replace"), *heads]).casefold()


@pytest.fixture
def readers(
    tmp_path: Path, home: Path, seen_by: Seen, settings: pytest.FixtureRequest
) -> dict[str, Client]:
    settings.KITH_FACTS = home / "facts"  # type: ignore[attr-defined]
    with setting_up():
        build(tmp_path / "mail")
        clients = {user.email: seen_by(user) for user in m.User.objects.all()}
    return {NOBODY: seen_by(None), **clients}


def test_no_word_reaches_anybody_it_is_not_for(readers: dict[str, Client]) -> None:
    leaks: list[str] = []
    met: set[tuple[str, str]] = set()
    for who in READERS:
        for path in paths():
            if path.startswith("/demo/"):
                continue  # a wall on a real ledger, and who passes it is somebody else
            for query, answer in answers(readers[who], path):
                for canary in CANARIES:
                    if canary.word in answer:
                        met.add((canary.word, who))
                        if who not in canary.readers:
                            leaks.append(f"{who} meets {canary.where} at {path} {query}")
    assert not leaks, "\n".join(sorted(set(leaks))[:40])
    unmet = {(c.word, who) for c in CANARIES for who in c.readers if who} - met
    assert unmet <= NOT_ON_A_PAGE, unmet


# Words that their own reader does not meet on a page either.
NOT_ON_A_PAGE = {("whimbrelish", BEN)}


def test_nothing_is_framed_and_nothing_foreign_is_loaded(readers: dict[str, Client]) -> None:
    for path in paths():
        if path.startswith(("/demo/", "/alive/")) or path in ("/facts/", "/kith.db"):
            continue
        response = readers[ANN].get(path)
        policy = response["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy, path
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        assert "http" not in policy, path
        assert response["X-Frame-Options"] == "DENY", path
        assert response["X-Content-Type-Options"] == "nosniff", path
        assert "public" not in response.get("Cache-Control", ""), path
