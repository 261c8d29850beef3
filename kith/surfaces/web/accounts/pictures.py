"""The pictures of an account and its people, with their words."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from kith.figures.band import BandWords, band
from kith.figures.figure import Figure
from kith.figures.spark import Step, spark
from kith.figures.tie_map import End, Tie, tie_map
from kith.ledger.insights.models import Gauge
from kith.surfaces.web.accounts.ties import Exchange, PersonRow, Rhythm

OF_US = 8  # colleagues in the map: more lines cannot be followed


def rhythm_band(name: str, rhythm: Rhythm | None) -> Figure | None:
    """Their last gaps with today's silence; None where there are too few to know their habit."""
    if rhythm is None or rhythm.typical is None or rhythm.quiet is None or not rhythm.gaps:
        return None
    words = BandWords(
        today=gettext("Today"),
        usual=gettext("Usually"),
        gap=gettext("Gap"),
        days=gettext("{n} days"),
        head=(gettext("Between two mails"), gettext("Days")),
    )
    says = gettext(
        "The last {count} gaps between {name}'s mails lay between {shortest} and {longest} days;"
        " this one is {quiet} days long."
    ).format(
        count=len(rhythm.gaps),
        name=name,
        shortest=min(rhythm.gaps),
        longest=max(rhythm.gaps),
        quiet=rhythm.quiet,
    )
    return band(rhythm.gaps, rhythm.quiet, words=words, says=says)


def months_spark(months: Gauge | None) -> Figure | None:
    """Mails of each month, both ways; None where nothing passed in all of them."""
    if months is None:
        return None
    theirs, ours = ([int(n) for n in months.parts[side].split(",")] for side in ("theirs", "ours"))
    last = date.fromisoformat(months.parts["month"][:10])
    steps = [
        Step(date_format(_back(last, len(theirs) - 1 - place), "MONTH_YEAR"), *both)
        for place, both in enumerate(zip(theirs, ours, strict=True))
    ]
    said = ngettext("Month by month for {n} month", "Month by month for {n} months", len(steps))
    says = gettext("{months}, both ways: theirs upward, ours downward").format(
        months=said.format(n=len(steps))
    )
    head = (gettext("Month"), gettext("From them"), gettext("From us"))
    return spark(steps, says=says, head=head)


def who_knows_whom(people: Sequence[PersonRow]) -> Figure | None:
    """Their people and ours, and what passed each way within ninety days; None where it would say
    no more than a line: one of theirs and one of ours."""
    ours: dict[int, Exchange] = {}
    for person in people:
        for one in person.colleagues:
            ours.setdefault(one.id, one)
    if len(people) < 2 and len(ours) < 2:
        return None
    shown = list(ours.values())[:OF_US]
    return tie_map(
        [
            End(
                row.contact_id,
                row.tie.name,
                reverse("contact", args=[row.contact_id]),
                "" if row.works_here else gettext("no longer there"),
            )
            for row in people
        ],
        [End(one.id, one.name) for one in shown],
        [
            Tie(row.contact_id, one.id, one.in90, one.out90)
            for row in people
            for one in row.colleagues
        ],
        says=gettext("Who of them writes to whom of us, and back, within the last 90 days"),
        head=(gettext("Of them"), gettext("Of us"), gettext("From them"), gettext("From us")),
    )


def _back(month: date, steps: int) -> date:
    """The first day of the month so many months earlier."""
    year, place = divmod(month.year * 12 + month.month - 1 - steps, 12)
    return date(year, place + 1, 1)
