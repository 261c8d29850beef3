"""One refresh of the ledger in KITH_HOME: what its run reports, and seconds per step."""

import json
import time
from itertools import pairwise

from kith.pipeline.refresh import refresh


def main() -> None:
    steps: list[tuple[str, float]] = []
    run = refresh(report=lambda step: steps.append((step, time.perf_counter())))
    steps.append(("", time.perf_counter()))
    taken: dict[str, float] = {}
    for (name, began), (_, ended) in pairwise(steps):
        # Signals are computed under the names that their gauges bear later, or under others.
        label = name if name not in taken else f"keep {name}"
        taken[label] = ended - began
    print(json.dumps({"steps": taken, **run.report}))
