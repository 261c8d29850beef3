"""An account's gauges, laid out as people: one row per contact, one line per colleague."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kith.ledger.activities.notice_readers import Noticed
from kith.ledger.insights.models import Gauge
from kith.ledger.insights.readers import quiet_on
from kith.ledger.people.readers import ContactSeen
from kith.surfaces.habits import habits

WHOLE = 100  # the length of the longest bar
_GONE = ContactSeen("", works_here=False, is_shared=False)  # since the gauges were made


@dataclass(frozen=True, slots=True)
class Exchange:
    """Both sides of one tie. `theirs` and `ours` are lengths of bars from 0 to 100.

    `value` None: too little to say. The other numbers are its inputs, in the units of `parts`.
    `id`: of the colleague, 0 where it is of all of us.
    """

    id: int
    name: str
    value: float | None
    n: int
    theirs: int
    ours: int
    recent_in: float
    recent_out: float
    n_in: int
    n_out: int
    in90: int
    out90: int
    first_day: date | None
    last_in_day: date | None
    last_out_day: date | None

    @property
    def half_out(self) -> float:
        """What our side adds to the value: all of it that is not theirs."""
        return (self.value or 0.0) - self.recent_in

    @property
    def last_two_way(self) -> date | None:
        """The last day by which both sides had spoken; None if only one ever did."""
        if self.last_in_day is None or self.last_out_day is None:
            return None
        return min(self.last_in_day, self.last_out_day)

    @property
    def one_sided(self) -> str:
        """Which side alone has spoken so far; '' where both have."""
        if self.n_in and self.n_out:
            return ""
        return "theirs" if self.n_in else "ours"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often they write, in days between: the last `gaps`, oldest first; `quiet` for how long
    now."""

    typical: float | None
    longest: int | None
    quiet: int | None
    beyond: bool
    n: int
    gaps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A contact, the tie to all of us, the ties to each of us, and the rhythm of their writing.

    `notices`: that mail to them bounces, that they are away. `habits`: how they like to be reached,
    '' where too little is known.
    """

    contact_id: int
    tie: Exchange
    colleagues: tuple[Exchange, ...]
    rhythm: Rhythm | None
    works_here: bool
    is_shared: bool
    notices: tuple[Noticed, ...] = ()
    habits: str = ""


def most_of(gauges: Iterable[Gauge]) -> float:
    """The largest side of any tie: what the longest bar stands for."""
    return max((max(_recent(gauge)) for gauge in gauges), default=0.0) or 1.0


def person_rows(
    gauges: Sequence[Gauge],
    *,
    contacts: Mapping[int, ContactSeen],
    colleagues: Mapping[int, str],
    notices: Mapping[int, Sequence[Noticed]],
    as_of: date | None,
) -> list[PersonRow]:
    """Contacts with a tie, strongest first; those too thin to say come last."""
    ties = _strongest(gauges, "contact_tie")
    most = most_of(ties)
    rhythms = {g.contact_id: _rhythm(g, as_of) for g in gauges if g.name == "silence"}
    hours = {g.contact_id: g for g in gauges if g.name == "hours_and_channel"}
    answers = {g.contact_id: g for g in gauges if g.name == "answers"}
    ours: dict[int, list[Exchange]] = {}
    for gauge in _strongest(gauges, "tie"):
        one = exchange(gauge, colleagues.get(gauge.colleague_id, ""), most)
        ours.setdefault(gauge.contact_id, []).append(one)
    return [
        PersonRow(
            contact_id=tie.contact_id,
            tie=exchange(tie, seen.name, most),
            colleagues=tuple(ours.get(tie.contact_id, ())),
            rhythm=rhythms.get(tie.contact_id),
            works_here=seen.works_here,
            is_shared=seen.is_shared,
            notices=tuple(notices.get(tie.contact_id, ())),
            habits=habits(hours.get(tie.contact_id), answers.get(tie.contact_id)),
        )
        for tie in ties
        for seen in [contacts.get(tie.contact_id, _GONE)]
    ]


def exchange(gauge: Gauge, name: str, most: float) -> Exchange:
    """One gauge as two opposed bars, `most` being the longest."""
    recent_in, recent_out = _recent(gauge)
    parts = gauge.parts
    return Exchange(
        id=gauge.colleague_id,
        name=name,
        value=gauge.value,
        n=gauge.n,
        theirs=_length(recent_in, most),
        ours=_length(recent_out, most),
        recent_in=recent_in,
        recent_out=recent_out,
        n_in=int(parts.get("n_in") or 0),
        n_out=int(parts.get("n_out") or 0),
        in90=int(parts.get("in90") or 0),
        out90=int(parts.get("out90") or 0),
        first_day=_day(parts.get("first_day")),
        last_in_day=_day(parts.get("last_in_day")),
        last_out_day=_day(parts.get("last_out_day")),
    )


def _strongest(gauges: Iterable[Gauge], name: str) -> list[Gauge]:
    rows = [gauge for gauge in gauges if gauge.name == name]
    return sorted(rows, key=lambda g: (g.value is None, -(g.value or 0.0), -g.n, g.id))


def _recent(gauge: Gauge) -> tuple[float, float]:
    return float(gauge.parts.get("in30") or 0.0), float(gauge.parts.get("out30") or 0.0)


def _length(value: float, most: float) -> int:
    """At least a sliver where there was anything: old contact fades and is still not nothing."""
    return max(round(WHOLE * min(value / most, 1.0)), 1) if value > 0 else 0


def _rhythm(gauge: Gauge, as_of: date | None) -> Rhythm:
    parts = gauge.parts
    quiet, beyond = quiet_on(as_of, gauge)
    return Rhythm(
        typical=parts.get("typical_gap"),
        longest=parts.get("longest_gap"),
        quiet=quiet,
        beyond=beyond,
        n=gauge.n,
        gaps=tuple(int(gap) for gap in (parts.get("gaps") or "").split(",") if gap),
    )


def _day(text: object) -> date | None:
    return date.fromisoformat(text[:10]) if isinstance(text, str) and text else None
