"""Questions to the search of the ledger in KITH_HOME: the reader whole, and the bare index.

Each kind of question is asked once before, so that both find what the system keeps in memory.
"""

import json
import random
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import connection

from bench.ledger.texts import word
from kith.ledger.rights.models import User
from kith.ledger.search.names import accounts_named, people_named
from kith.ledger.search.readers import search

FREQUENT, USUAL, RARE = (0, 100), (100, 5_000), (50_000, 200_000)  # ranks of words
BARE = "SELECT rowid FROM ledger_search WHERE ledger_search MATCH %s ORDER BY rowid DESC LIMIT 21"


def main(how_many: str) -> None:
    questions = int(how_many)
    chance = random.Random(1)
    users = chance.sample(list(User.objects.order_by("id")), 20)

    def one(ranks: tuple[int, int]) -> str:
        return word(chance.randrange(*ranks))

    kinds: dict[str, Callable[[], str]] = {
        "a frequent word": lambda: f"{one(FREQUENT)} ",
        "a usual word": lambda: f"{one(USUAL)} ",
        "a rare word": lambda: f"{one(RARE)} ",
        "two frequent words": lambda: f"{one(FREQUENT)} {one(FREQUENT)} ",
        "a frequent and a usual word": lambda: f"{one(FREQUENT)} {one(USUAL)} ",
        "two usual words": lambda: f"{one(USUAL)} {one(USUAL)} ",
        "a frequent and a rare word": lambda: f"{one(FREQUENT)} {one(RARE)} ",
        "a phrase of frequent words": lambda: f'"{one(FREQUENT)} {one(FREQUENT)}" ',
        "four letters of a word": lambda: one(USUAL)[:4],
        "two letters of a word": lambda: one(USUAL)[:2],
    }
    found = {}
    for name, ask in kinds.items():
        asked = [ask() for _ in range(questions)]
        found[name] = _measured(asked, chance.choices(users, k=questions))
    typed = [chance.choice("abcdefghijklmnoprs") + chance.choice("aeiou") for _ in range(questions)]
    who = chance.choices(users, k=questions)
    named = [_took(partial(_names, user, two)) for user, two in zip(who, typed, strict=True)]
    found["names, two letters"] = {"ours": named, "processor": [], "bare": [], "cut": 0}
    print(json.dumps(found))


def _measured(asked: list[str], users: list[User]) -> dict[str, Any]:
    """Milliseconds of each question, by the clock and of the processor; whole words can be asked of
    the bare index as they are.
    """
    search(users[0], asked[0])
    cut = 0
    ours, busy = [], []
    for question, user in zip(asked, users, strict=True):
        began, worked = time.perf_counter(), time.process_time()
        found = search(user, question)
        ours.append((time.perf_counter() - began) * 1_000)
        busy.append((time.process_time() - worked) * 1_000)
        cut += found.back_to is not None
    bare = [_took(partial(_bare, question)) for question in asked] if asked[0].endswith(" ") else []
    return {"ours": ours, "processor": busy, "bare": bare, "cut": cut}


def _names(user: User, typed: str) -> None:
    accounts_named(user, typed, limit=6)
    people_named(user, typed, limit=6)


def _bare(question: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(BARE, [question.strip()])
        cursor.fetchall()


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000
