"""What pages of the big ledger cost the server: from the request to the last byte, no network."""

from collections.abc import Callable, Iterator
from statistics import median, quantiles

from bench.child import work
from bench.figures.refresh import ledger, was_refreshed
from bench.ledger.scale import BIG
from bench.line import Line

REQUESTS = 200
MILLISECONDS = 50.0
PROMISED = {
    "Today", "account", "contact", "accounts", "accounts by trend, customers",
    "accounts held by me",
}  # fmt: skip


def measure(say: Callable[[str], None]) -> Iterator[Line]:
    home = ledger("big", BIG, say)
    if not was_refreshed(home):
        say("refreshing the big ledger")
        work("refresh", home=home)
    say(f"{REQUESTS} requests of each page")
    for page, found in work("pages", REQUESTS, home=home).said.items():
        took, busy, sent = found["milliseconds"], found["processor"], found["statements"]
        most = MILLISECONDS if page in PROMISED else None
        yield Line("pages", f"{page}, 95th percentile", quantiles(took, n=20)[-1], "ms", most=most)
        yield Line("pages", f"{page}, median", median(took), "ms")
        yield Line("pages", f"{page}, processor, median", median(busy), "ms")
        yield Line("pages", f"{page}, fewest statements", min(sent), "")
        yield Line("pages", f"{page}, most statements", max(sent), "")
