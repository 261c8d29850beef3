"""Thinking takes what it is given: no clock, no chance, no surroundings."""

import re

from django.apps import apps

from kith.terms.facts import FACTS
from tests.architecture.source import at, calls, dotted, files, imported, listed, shown

PURE = ("kith/terms", "kith/signals", "kith/findings", "kith/reading", "kith/figures")
CLOCK = re.compile(
    r"(datetime\.(now|utcnow|today)|date\.today|time\.(time|monotonic|perf_counter|localtime|gmtime)"
    r"|timezone\.(now|localdate|localtime)|ibis\.(now|today|random|uuid)|os\.(environ|getenv).*)$"
)
CHANCE = {"random", "secrets", "uuid"}
OUTSIDE = {"socket", "ssl", "urllib.request", "http.client", "subprocess", "requests", "httpx"}


def test_no_clock_decides_what_evidence_means() -> None:
    """An answer depends on its rows and on `as_of`; a parse, on the bytes."""
    breaches = [
        at(file, call, dotted(call.func))
        for file in files(*PURE, "kith/sources")
        for call in calls(file)
        if CLOCK.search(dotted(call.func))
    ]
    assert not breaches, listed(breaches)


def test_no_chance_and_no_network_in_thinking() -> None:
    breaches = [
        f"{shown(file)}: {name}"
        for file in files(*PURE)
        for name in imported(file)
        if name.split(".")[0] in CHANCE
        or any(f"{name}.".startswith(f"{module}.") for module in OUTSIDE)
        or name.startswith("numpy.random")
    ]
    assert not breaches, listed(breaches)


def test_no_column_is_named_at() -> None:
    """`at` opens a clause in DuckDB, and says not whether a thing happened, was known or stored."""
    assert not [shape.name for shape in FACTS if "at" in shape.names]
    for model in apps.get_app_config("ledger").get_models():
        assert "at" not in {field.column for field in model._meta.concrete_fields}
