"""What pages of the big ledger cost the server: from the request to the last byte, no network.

What is promised is the time of the processor: what other programs do on the machine is not in it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from bench import cache
from bench.child import work
from bench.figures.refresh import RECIPE, ledger, was_refreshed
from bench.ledger import trade
from bench.ledger.build import build_with_trade
from bench.ledger.scale import BIG, TRADE, TRADING
from bench.line import Line

REQUESTS = 200
MILLISECONDS = 50.0
TRADE_BYTES = 3_000_000_000  # of the ledger that trades, its gauges and its mirror


def trading(say: Callable[[str], None]) -> Path:
    """The generated ledger that trades, from the cache or made now; refreshed once."""

    def make(home: Path) -> None:
        say(f"making a ledger of {TRADE.lines:,} lines of invoices, kept for later runs")
        build_with_trade(home, TRADING, TRADE, lambda step, took: say(f"  {step}: {took:.0f} s"))

    home = cache.kept("trade-big", (*RECIPE, Path(trade.__file__)), make, bytes_=TRADE_BYTES)
    if not was_refreshed(home):
        say("refreshing it")
        work("refresh", home=home)
    return home


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    home = ledger("big", BIG, say)
    if not was_refreshed(home):
        say("refreshing the big ledger")
        work("refresh", home=home)
    yield from _lines(home, "mail", say)
    yield from _lines(trading(say), "trade", say)


def _lines(home: Path, which: str, say: Callable[[str], None]) -> Iterator[Line]:
    say(f"{REQUESTS} requests of each page of {which}")
    for page, found in work("pages", REQUESTS, which, home=home).said.items():
        sent = found["statements"]
        for name, most in (("processor", MILLISECONDS), ("clock", None)):
            taken = found[name]
            late = quantiles(taken, n=20)[-1]
            yield Line("pages", f"{page}, {name}, 95th percentile", late, "ms", most=most)
            yield Line("pages", f"{page}, {name}, median", median(taken), "ms")
        yield Line("pages", f"{page}, fewest statements", min(sent), "")
        yield Line("pages", f"{page}, most statements", max(sent), "")
        yield Line("pages", f"{page}, largest", max(found["size"]) / 1_000, "kB")
