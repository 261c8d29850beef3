"""Search in ten million mails, newest first, beside the bare index asked for the same words."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from bench import cache
from bench.child import work
from bench.figures.refresh import RECIPE
from bench.ledger import texts
from bench.ledger.build import build_with_texts
from bench.ledger.scale import BIG, SMALL
from bench.line import Line

QUESTIONS = 100  # of each kind
MILLISECONDS = 100.0
BYTES_OF_ONE = 2_000  # of the ledger, its texts and their index, for each activity


def ledger(name: str, say: Callable[[str], None]) -> Path:
    """The generated ledger, `big` or `small`, with a text for every mail."""
    size = {"big": BIG, "small": SMALL}[name]

    def make(home: Path) -> None:
        say(f"making the {name} ledger with texts: {size.activities:,} mails, kept for later runs")
        build_with_texts(home, size, lambda step, took: say(f"  {step}: {took:.0f} s"))

    recipe = (*RECIPE, Path(texts.__file__))
    return cache.kept(f"texts-{name}", recipe, make, bytes_=size.activities * BYTES_OF_ONE)


def measure(say: Callable[[str], None], name: str = "big") -> Iterator[Line]:
    home = ledger(name, say)
    say(f"{QUESTIONS} questions of each kind")
    for kind, found in work("search", QUESTIONS, home=home).said.items():
        ours, bare = found["ours"], found["bare"]
        yield Line("search", f"{kind}, 95th percentile", _p95(ours), "ms", most=MILLISECONDS)
        yield Line("search", f"{kind}, median", median(ours), "ms")
        if found["processor"]:
            busy = _p95(found["processor"])
            yield Line("search", f"{kind}, processor, 95th percentile", busy, "ms")
        if bare:
            yield Line("search", f"{kind}, bare index, median", median(bare), "ms")
            yield Line("search", f"{kind}, median over the bare one's", _ratio(ours, bare), "times")
        if found["cut"]:
            yield Line("search", f"{kind}, asked before going further back", found["cut"], "")


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _ratio(ours: list[float], bare: list[float]) -> float:
    return median(ours) / median(bare)
