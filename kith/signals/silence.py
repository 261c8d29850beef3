"""How unusual is a contact's silence, by their own rhythm? See docs/signals/silence.md."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import ibis

from kith.signals import absences, days_off, rhythm
from kith.signals.exchange import once
from kith.signals.output import days_between, declared
from kith.signals.weights import Weights, counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="silence",
    grain="one contact who has written to us",
    columns=(
        Column("contact_id", "int64", "the contact"),
        Column(
            "value",
            "float64",
            "share of their gaps expected to be shorter than the present one, in days that count;"
            " null below min_gaps",
            nullable=True,
        ),
        Column("low", "float64", "lower end of its 90 % interval", nullable=True),
        Column("high", "float64", "upper end", nullable=True),
        Column("n", "int64", "days on which they wrote"),
        Column("n_gaps", "int64", "gaps between those days"),
        Column("mean_gap", "float64", "expected gap in days that count, shrunk", nullable=True),
        Column("typical_gap", "float64", "median of the last ten gaps, days", nullable=True),
        Column("longest_gap", "int64", "longest of the last ten gaps, days", nullable=True),
        Column("gaps", "string", "the last ten gaps, days, oldest first, by commas", nullable=True),
        Column("last_in_day", "date", "when they last wrote"),
        Column("elapsed", "int64", "whole days since"),
        Column("counted", "int64", "of these, days that count"),
        Column("off_now", "int64", "days off up to and with as_of, one after another"),
        Column("away_until", "date", "they said they are away until then", nullable=True),
        Column(
            "beyond_own",
            "boolean",
            "longer than any of the last ten gaps, in days and in days that count",
            nullable=True,
        ),
        Column("beyond_all", "boolean", "the same, of all gaps there were", nullable=True),
        Column("last_out_day", "date", "when one of us last wrote to them", nullable=True),
        Column("out_since", "int64", "our touches since their last"),
    ),
)

GAPS = "silence_gaps"  # the name of what is prepared


@dataclass(frozen=True, slots=True)
class Params:
    """`regularity` is the Gamma's shape k (1: no rhythm at all; 4: nearly even), `population` the
    mean of ln(gap in days) over contacts, which weighs as much as `pull` gaps of their own. Until
    they are fitted: k = 1, which alarms latest, and a gap of 14 days."""

    regularity: int = 1
    population: float = math.log(14.0)
    pull: float = 2.0
    min_gaps: int = 5
    last: int = 10
    weights: Weights = field(default_factory=Weights)


def prepare(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> Mapping[str, ibis.Table]:
    """What `statistics` and `signal` both begin with: computed once, it goes among `tables`."""
    calendar = days_off.known(tables, as_of=as_of, weights=params.weights)
    return {GAPS: _gaps({**tables, days_off.OUTPUT.name: calendar}, as_of, params)}


def statistics(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """What `fit` needs, from contacts with at least `min_gaps` gaps: a row per class of n_gaps."""
    gaps = _gaps(tables, as_of, params)
    people = _people(gaps, params)
    return rhythm.sums(gaps, people.filter(people.n_gaps >= params.min_gaps), pull=params.pull)


def fit(rows: Iterable[Mapping[str, float]], *, params: Params = Params()) -> Params:
    """`params` with k and the population's mean from the rows of `statistics`.

    Unchanged where there are no rows: nobody has written often enough yet.
    """
    found = rhythm.fit(rows)
    if found is None:
        return params
    return replace(params, regularity=found.regularity, population=found.population)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = Params()
) -> ibis.Table:
    """`OUTPUT` on `as_of`: 1 - S(counted) of a Gamma renewal process with the contact's own mean.

    ln mu_i = (n_i * mean ln gap + pull * population) / (n_i + pull), and
    value = 1 - Q(k, k * counted / mean_gap) by the Erlang sum, where
    mean_gap = k * exp(ln mu_i - psi(k)). Gaps and `counted` are in days that count.
    """
    gaps = _gaps(tables, as_of, params)
    people = _people(gaps, params)
    rows = people.left_join(_answers(tables, people, as_of, params), "contact_id").drop(
        "contact_id_right"
    )
    rows = _elapsed(rows, _quiet(tables, gaps, as_of, params), as_of)
    log_mean = (rows.log_sum + params.pull * params.population) / (rows.n_gaps + params.pull)
    # The prior counts as `pull` gaps of its own; see the page on how well the interval covers.
    error = math.sqrt(rhythm.trigamma(params.regularity)) / (rows.n_gaps + params.pull).sqrt()
    enough = rows.n_gaps >= params.min_gaps

    def unusual(log_mean: ibis.Value) -> ibis.Value:
        share = rhythm.share_shorter(rows.counted, log_mean, params.regularity)
        return enough.ifelse(share, None)

    return declared(
        rows.mutate(
            value=unusual(log_mean),
            low=unusual(log_mean + rhythm.Z90 * error),
            high=unusual(log_mean - rhythm.Z90 * error),
            mean_gap=(rows.n_gaps > 0).ifelse(rhythm.mean_gap(log_mean, params.regularity), None),
            beyond_own=(rows.elapsed - rows.off_now > rows.longest_gap)
            & (rows.counted > rows.longest_counted),
            beyond_all=(rows.elapsed - rows.off_now > rows.longest_ever)
            & (rows.counted > rows.longest_counted_ever),
            out_since=rows.out_since.fill_null(0),
        ),
        OUTPUT,
    )


@dataclass(frozen=True, slots=True)
class _Quiet:
    """What makes days not count: `calendar`, the firm's days (signal `days_off`); the contacts'
    absences `away`, and the days `missed` by them."""

    calendar: ibis.Table
    away: ibis.Table
    missed: ibis.Table


def _quiet(
    tables: Mapping[str, ibis.Table], days: ibis.Table, as_of: date, params: Params
) -> _Quiet:
    """`days`: contact_id and day of everything they wrote."""
    calendar = days_off.known(tables, as_of=as_of, weights=params.weights)
    away = absences.away(tables["notices"], days, as_of=as_of)
    return _Quiet(calendar, away, absences.missed(away, calendar, as_of=as_of))


def _gaps(tables: Mapping[str, ibis.Table], as_of: date, params: Params) -> ibis.Table:
    """A row per contact and day on which they wrote. Since the day before, null for the first:
    `apart` in days, `gap` in days that count, one at least. `clock`: days that counted for them up
    to this one. `back`: the number of such rows after it."""
    if GAPS in tables:
        return tables[GAPS]
    theirs = counted(tables["touches"], as_of=as_of, weights=params.weights)
    theirs = once(theirs.filter(theirs.is_in), ("contact_id",))
    days = theirs.group_by("contact_id", "day").agg(instant=theirs.instant.max())
    quiet = _quiet(tables, days, as_of, params)
    gone = absences.gone_by(days, quiet.missed)
    days = days.left_join(quiet.calendar.select("day", "counting"), "day").drop("day_right")
    days = days.left_join(gone, ["contact_id", "day"])
    days = days.select(
        "contact_id", "day", "instant", clock=days.counting - days.missed.fill_null(0)
    )
    newest = ibis.window(group_by=days.contact_id, order_by=days.day.desc())
    days = days.mutate(
        apart=days_between(days.day.lead().over(newest), days.day),
        passed=days.clock - days.clock.lead().over(newest),
        back=ibis.row_number().over(newest),
    )
    # Older than the calendar: all days count.
    passed = days.passed.notnull().ifelse(ibis.greatest(days.passed, 1), days.apart)
    return days.mutate(gap=passed)


def _people(gaps: ibis.Table, params: Params) -> ibis.Table:
    """Per contact: how many gaps, the sum of their logarithms, and the last ten's own measures."""
    recent = gaps.back < params.last
    apart = recent.ifelse(gaps.apart, None)
    return gaps.group_by("contact_id").agg(
        n=gaps.count(),
        n_gaps=gaps.gap.count(),
        log_sum=gaps.gap.ln().sum().fill_null(0.0),
        typical_gap=apart.median(),
        longest_gap=apart.max(),
        longest_counted=recent.ifelse(gaps.gap, None).max(),
        gaps=_listed(gaps, params.last),
        longest_ever=gaps.apart.max(),
        longest_counted_ever=gaps.gap.max(),
        last_in_day=gaps.day.max(),
        last_instant=gaps.instant.max(),
        clock=gaps.clock.max(),
    )


def _listed(gaps: ibis.Table, last: int) -> ibis.Value:
    """The last gaps as text, `9,12,8`; null where there is none. One sum a place: engines agree on
    no way to join rows in order."""
    each = [(gaps.back == back).ifelse(gaps.apart, None).max() for back in reversed(range(last))]
    texts = [(ibis.literal(",") + one.cast("string")).fill_null("") for one in each]
    joined = texts[0]
    for text in texts[1:]:
        joined = joined + text
    return joined.substr(1).nullif("")


def _elapsed(rows: ibis.Table, quiet: _Quiet, as_of: date) -> ibis.Table:
    """Adds the present silence: `elapsed`, `counted`, `off_now`, `away_until`."""
    calendar, now = quiet.calendar, ibis.literal(as_of)
    today = calendar.agg(
        today=calendar.counting.max(), worked=calendar.off.ifelse(None, calendar.day).max()
    )
    missed = quiet.missed.group_by("contact_id").agg(missed=quiet.missed.count())
    away = quiet.away.filter(quiet.away.back > as_of)
    until = away.group_by("contact_id").agg(away_until=away.back.max())
    rows = rows.cross_join(today)
    rows = rows.left_join(missed, "contact_id").drop("contact_id_right")
    rows = rows.left_join(until, "contact_id").drop("contact_id_right")
    elapsed = days_between(rows.last_in_day, now)
    counted = rows.today - rows.missed.fill_null(0) - rows.clock
    return rows.mutate(
        elapsed=elapsed,
        counted=rows.clock.notnull().ifelse(ibis.greatest(counted, 0), elapsed),
        off_now=days_between(rows.worked, now).fill_null(0),
    )


def _answers(
    tables: Mapping[str, ibis.Table], people: ibis.Table, as_of: date, params: Params
) -> ibis.Table:
    """Per contact who has written: the day of our last touch, and our touches since their last."""
    ours = counted(tables["touches"], as_of=as_of, weights=params.weights)
    ours = once(ours.filter(~ours.is_in), ("contact_id",))
    ours = ours.inner_join(people.select("contact_id", "last_instant"), "contact_id")
    return ours.group_by("contact_id").agg(
        last_out_day=ours.day.max(), out_since=(ours.instant > ours.last_instant).sum()
    )
