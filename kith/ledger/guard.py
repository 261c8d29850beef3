"""Who may write: functions marked `@writer`, and nobody else.

A writer takes `actor` by keyword (None is the machine's operator), runs in one transaction, and is
marked in a context variable while it runs. Tests watch every statement and fail when a ledger table
changes outside that mark, which import contracts cannot see.
"""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

P = ParamSpec("P")
R = TypeVar("R")

writing: ContextVar[str] = ContextVar("writing", default="")


def writer(verb: Callable[P, R]) -> Callable[P, R]:
    """Marks a verb that writes. Raises TypeError where it lacks the keyword-only `actor`."""
    actor = inspect.signature(verb).parameters.get("actor")
    if actor is None or actor.kind is not inspect.Parameter.KEYWORD_ONLY:
        raise TypeError(f"{verb.__qualname__} writes, so it must take `actor` by keyword")

    @wraps(verb)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        mark = writing.set(verb.__qualname__)
        try:
            with transaction.atomic():
                return verb(*args, **kwargs)
        finally:
            writing.reset(mark)

    return guarded
