"""Computes every signal on a day, in the order in which they need each other."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date

import ibis

from kith.signals import (
    account_ties,
    answers,
    contact_ties,
    hours_and_channel,
    latency,
    silence,
    threads_open,
    ties,
)


@contextmanager
def measures(
    tables: Mapping[str, ibis.Table],
    *,
    as_of: date,
    report: Callable[[str], None],
    names: Collection[str] | None = None,
) -> Iterator[Mapping[str, ibis.Table]]:
    """The fact tables and the signals' tables, each computed once and held by the engine.

    `names`: of these signals; None: of all that a run keeps or finds by.
    """
    held: dict[str, ibis.Table] = {}
    with ExitStack() as stack:
        for name, signal in _SIGNALS.items():
            if name not in ASKED_FOR if names is None else name in names:
                report(name)
                held[name] = stack.enter_context(signal(tables, as_of).cache())
        yield {**tables, **held}


def _silence(tables: Mapping[str, ibis.Table], as_of: date) -> ibis.Table:
    """Fitted to this ledger first: a few grouped rows pass through Python."""
    rows = silence.statistics(tables, as_of=as_of).to_pyarrow().to_pylist()
    return silence.signal(tables, as_of=as_of, params=silence.fit(rows))


_SIGNALS: Mapping[str, Callable[[Mapping[str, ibis.Table], date], ibis.Table]] = {
    "ties": lambda tables, as_of: ties.signal(tables, as_of=as_of),
    "contact_ties": lambda tables, as_of: contact_ties.signal(tables, as_of=as_of),
    "account_ties": lambda tables, as_of: account_ties.signal(tables, as_of=as_of),
    "threads_open": lambda tables, as_of: threads_open.signal(tables, as_of=as_of),
    "silence": _silence,
    "answers": lambda tables, as_of: answers.signal(tables, as_of=as_of),
    "hours_and_channel": lambda tables, as_of: hours_and_channel.signal(tables, as_of=as_of),
    "latency": lambda tables, as_of: latency.signal(tables, as_of=as_of),
}
NAMES = tuple(_SIGNALS)
SIGNALS = (
    ties, contact_ties, account_ties, threads_open, silence, answers, hours_and_channel, latency,
)  # fmt: skip
# Computed when somebody asks for them, and kept nowhere.
ASKED_FOR = ("latency",)
