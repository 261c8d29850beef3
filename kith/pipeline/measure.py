"""Computes every signal on a day, in the order in which they need each other."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date

import ibis

from kith.signals import account_ties, contact_ties, relations, silence, threads_open, ties


@contextmanager
def measures(
    tables: Mapping[str, ibis.Table], *, as_of: date, report: Callable[[str], None]
) -> Iterator[Mapping[str, ibis.Table]]:
    """The fact tables and every signal's table, each computed once and held by the engine."""
    held: dict[str, ibis.Table] = {}
    with ExitStack() as stack:
        for name, signal in _SIGNALS.items():
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
    "relations": lambda tables, as_of: relations.signal(tables, as_of=as_of),
}
NAMES = tuple(_SIGNALS)
SIGNALS = (ties, contact_ties, account_ties, threads_open, silence, relations)
