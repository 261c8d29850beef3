"""`python -m bench [NAME ...]`: measures, prints one table, writes bench-results/<date>.json."""

import argparse
import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from bench.cache import ROOT
from bench.figures import (
    imports,
    memory,
    pages,
    refresh,
    search,
    sheets,
    signals,
    spark,
    trade,
    undo,
    who_is_who,
)
from bench.line import Line

Figure = Callable[[Callable[[str], None]], Iterator[Line]]

FIGURES: Mapping[str, Figure] = {
    "import": imports.measure,
    "memory": memory.measure,
    "undo": undo.measure,
    "sheets": sheets.measure,
    "signals": signals.measure,
    "spark": spark.measure,
    "trade": trade.measure,
    "who-is-who": who_is_who.measure,
    "refresh": refresh.measure,
    "pages": pages.measure,
    "search": search.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FIGURES))
    names = parser.parse_args().names or list(FIGURES)
    for name in names:
        if name not in FIGURES:
            parser.error(f"There is no figure {name!r}: {', '.join(FIGURES)}.")
    console = Console(stderr=True)
    began, load = datetime.now(UTC), os.getloadavg()[0]
    lines: list[Line] = []
    for name in names:
        console.print(f"[bold]{name}[/]")
        lines += FIGURES[name](lambda step: console.print(f"  {step}", highlight=False))
    Console().print(_table(lines))
    machine = {
        "cores": os.cpu_count(), "load_before": load, "load_after": os.getloadavg()[0],
        "python": platform.python_version(), "system": platform.platform(),
    }  # fmt: skip
    file = ROOT / "bench-results" / f"{began:%Y-%m-%d-%H%M%S}.json"
    file.parent.mkdir(exist_ok=True)
    report = {"at": began.isoformat(), "machine": machine, "lines": [x.as_json() for x in lines]}
    file.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    console.print(
        f"Written to {file.relative_to(ROOT)}; load {load:.1f} on {os.cpu_count()} cores."
    )


def _table(lines: list[Line]) -> Table:
    table = Table("figure", "what", "target", "")
    table.add_column("measured", justify="right")
    for line in lines:
        mark = {True: "holds", False: "[bold red]missed[/]", None: ""}[line.holds]
        table.add_row(line.figure, line.what, line.target, mark, line.shown)
    return table


if __name__ == "__main__":
    main()
