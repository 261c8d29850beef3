"""The one door to the ledger's tables.

Every change is a function in a subject's `writers.py` under `@writer`: it names who did it, and it
is whole or did not happen. A row written past that door has no audit, so it can be neither
explained nor undone. Nothing here stops such a write where Kith runs (a check on every statement
would slow each page down); the tests do, for all code they exercise, by asking `is_writing`.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

P = ParamSpec("P")
R = TypeVar("R")

_writing: ContextVar[bool] = ContextVar("kith_ledger_writing", default=False)


def is_writing() -> bool:
    """Whether a writer is at work in this thread or task."""
    return _writing.get()


@contextmanager
def writing() -> Iterator[None]:
    """Marks the statements inside as a writer's; `@writer` is how code asks for it."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def writer(function: Callable[P, R]) -> Callable[P, R]:
    """Makes a function a writer: one transaction, and a keyword-only `actor` who answers for it.

    Raises TypeError where the function is declared, if it takes no such `actor` or gives its rows
    bit by bit: a generator would hold the transaction open for as long as its reader pleases.
    """
    actor = inspect.signature(function).parameters.get("actor")
    if actor is None or actor.kind is not inspect.Parameter.KEYWORD_ONLY:
        raise TypeError(f"{function.__qualname__} changes the ledger: give it a keyword-only actor")
    if inspect.isgeneratorfunction(function) or inspect.iscoroutinefunction(function):
        raise TypeError(f"{function.__qualname__} changes the ledger: it cannot pause half-way")

    @wraps(function)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        # A writer within a writer is a part of it: what fails there fails all of it, so it needs
        # no savepoint of its own (an import would set two thousand).
        with transaction.atomic(savepoint=not is_writing()), writing():
            return function(*args, **kwargs)

    return whole
