"""What a backtest comes to: how often alarms were right, beside the baselines, or why it is silent.

Sources: rolling origins and the paired bootstrap by account are SIGNALS' own choices; the parts of
the Brier score are Murphy's (1973): mean((p - y) ** 2) = reliability - resolution + uncertainty,
exact when p takes one value a bin, and within the bins' width otherwise.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Any

import numpy as np

from kith.findings.backtest.cases import BASELINES, SIGNAL, WAYS

HORIZON = 60  # days within which one word makes an alarm wrong
BUDGET = 5  # alarms a user gets at an origin: one day of Today, one origin a month
ORIGINS = 12  # monthly origins below which nothing is concluded
ALARMS = 30  # alarms below which nothing is concluded
DRAWS, SEED = 1_000, 20_010_601
DIGITS = 12  # behind the point: those after them depend on the order in which an engine added
LOW, HIGH = 5.0, 95.0  # percentiles: a 90 % interval

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """Alarms of one way of choosing. `right`: those who did not write within the horizon.

    `precision`: of the alarms, `recall`: of all who stopped; null where there are none. `after`:
    days of silence at the alarms that were right, lower quartile, median and upper quartile.
    """

    alarms: int
    right: int
    precision: float | None
    recall: float | None
    after: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Against:
    """The signal's precision less a baseline's: as it was, and the ends of its 90 % interval."""

    baseline: str
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases whose value lay between `low` and `high`: how many, their mean value, the share that
    stopped."""

    low: float
    high: float
    n: int
    value: float
    stopped: float


@dataclass(frozen=True, slots=True)
class Brier:
    """Mean squared difference between the value, read as a probability, and what came."""

    all: float
    reliability: float
    resolution: float
    uncertainty: float


@dataclass(frozen=True, slots=True)
class Trial:
    """One backtest. `enough`: '' or why nothing may be concluded ('origins', 'alarms')."""

    signal: str
    horizon: int
    budget: int
    origins: int
    first: date | None
    last: date | None
    cases: int
    stopped: int
    ways: Mapping[str, Tally]
    against: tuple[Against, ...]
    calibration: tuple[Bin, ...]
    brier: Brier | None
    enough: str

    @property
    def beats(self) -> bool:
        """Whether the signal chose better than every baseline, chance aside."""
        return not self.enough and bool(self.against) and all(a.low > 0 for a in self.against)


def tried(
    looked: Sequence[date], alarms: Sequence[Row], bins: Sequence[Row], *, horizon: int, budget: int
) -> Trial:
    """The trial, from the rows that `cases.alarms` and `cases.bins` gave at the origins."""
    total, stopped = sum(row["n"] for row in bins), round(sum(row["stopped"] for row in bins))
    ways = {way: _tally(way, alarms, stopped) for way in WAYS}
    few = "origins" if len(looked) < ORIGINS else ""
    few = few or ("alarms" if ways[SIGNAL].alarms < ALARMS else "")
    table = _calibration(bins)
    return Trial(
        signal=SIGNAL,
        horizon=horizon,
        budget=budget,
        origins=len(looked),
        first=min(looked, default=None),
        last=max(looked, default=None),
        cases=total,
        stopped=stopped,
        ways=ways,
        against=() if few else tuple(_against(baseline, alarms) for baseline in BASELINES),
        calibration=table,
        brier=_brier(bins, table) if total else None,
        enough=few,
    )


def _tally(way: str, alarms: Iterable[Row], stopped: int) -> Tally:
    named = [row for row in alarms if row[way]]
    right = sorted(row["elapsed"] for row in named if row["stopped"])
    low, middle, high = np.percentile(right, (25, 50, 75)).tolist() if right else (0.0, 0.0, 0.0)
    return Tally(
        alarms=len(named),
        right=len(right),
        precision=len(right) / len(named) if named else None,
        recall=len(right) / stopped if stopped else None,
        after=(low, middle, high) if right else None,
    )


def _against(baseline: str, alarms: Sequence[Row]) -> Against:
    """Accounts drawn with replacement, with all their alarms of all origins: those of one account
    are no independent witnesses. The lists stay as they were."""
    accounts = sorted({row["account_id"] for row in alarms})
    place = {account: n for n, account in enumerate(accounts)}
    sums = np.zeros((len(accounts), 4))
    for row in alarms:
        for column, way in ((0, SIGNAL), (2, baseline)):
            if row[way]:
                sums[place[row["account_id"]], column] += 1
                sums[place[row["account_id"]], column + 1] += row["stopped"]
    random = np.random.default_rng(SEED)
    weights = random.multinomial(len(accounts), np.full(len(accounts), 1 / len(accounts)), DRAWS)
    low, high = np.nanpercentile(_difference(weights @ sums), (LOW, HIGH)).tolist()
    return Against(baseline, float(_difference(sums.sum(axis=0))), low, high)


def _difference(sums: Any) -> Any:
    """Precision less precision, from (alarms, right, alarms, right); a draw without any: nan."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return sums[..., 1] / sums[..., 0] - sums[..., 3] / sums[..., 2]


def _calibration(bins: Iterable[Row]) -> tuple[Bin, ...]:
    places = sorted({row["place"] for row in bins})
    return tuple(_bin(place, [row for row in bins if row["place"] == place]) for place in places)


def _bin(place: int, rows: Sequence[Row]) -> Bin:
    n = sum(row["n"] for row in rows)
    value, stopped = (_told(fsum(row[name] for row in rows) / n) for name in ("p", "stopped"))
    return Bin(place / 10, (place + 1) / 10, n, value, stopped)


def _brier(bins: Sequence[Row], table: Sequence[Bin]) -> Brier:
    n, y, p2, py = (fsum(row[name] for row in bins) for name in ("n", "stopped", "p2", "py"))
    base = y / n
    return Brier(
        all=_told((p2 - 2 * py + y) / n),
        reliability=_told(fsum(each.n * (each.value - each.stopped) ** 2 for each in table) / n),
        resolution=_told(fsum(each.n * (each.stopped - base) ** 2 for each in table) / n),
        uncertainty=_told(base * (1 - base)),
    )


def _told(value: float) -> float:
    return round(value, DIGITS)
