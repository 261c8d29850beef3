"""How a look back is told: alarms, how many were right, and what a plain rule would have found."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from kith.terms.finding import FindingKind

ENOUGH = 10  # findings of a kind below which no share is told, nor who was meant could be guessed
KINDS: Mapping[str, str] = {
    "gone_quiet": gettext_noop("Quiet beyond their habit"),
    "contact_gone": gettext_noop("No longer there"),
    "unanswered": gettext_noop("Waits for an answer"),
    "they_stopped": gettext_noop("They stopped"),
    "we_stopped": gettext_noop("We stopped"),
}
Kept = Mapping[str, Any]


def of_silence(trial: Kept | None) -> Iterator[str]:
    """The trial of silence as a forecast: against recency, and what follows from it."""
    if trial is None:
        yield _("Kith has not looked back yet. It does so once a week, by night.")
        return
    said, plain = trial["ways"]["silence"], trial["ways"]["recency"]
    if trial["enough"]:
        yield _(
            "Not enough evidence whether a long silence foretells an end: %(origins)d months to"
            " look back from, %(alarms)d alarms."
        ) % {"origins": trial["origins"], "alarms": said["alarms"]}
        return
    yield _(
        "As a sign that somebody has stopped, on this ledger: %(alarms)d alarms, %(right)d right,"
        " no word for %(days)d days. The longest silences alone would have found %(plain)d."
    ) % {
        "alarms": said["alarms"], "right": said["right"], "days": trial["horizon"],
        "plain": plain["right"],
    }  # fmt: skip
    if trial["beats"]:
        yield _("That is more than a plain rule finds, chance aside.")
    else:
        yield _("No better than a plain rule, chance aside: so Kith foretells nothing from it.")


def of_kinds(kinds: Kept | None, wanted: Iterable[FindingKind]) -> Iterator[str]:
    """Each of the wanted kinds that later rows can judge."""
    for kind in wanted:
        row = (kinds or {}).get(kind.value)
        if kind.value not in KINDS:
            continue
        if not row or row["n"] < ENOUGH:
            yield _("%(kind)s: not enough evidence on this ledger.") % {"kind": _(KINDS[kind])}
        else:
            yield ngettext(
                "%(kind)s: %(n)d found, %(right)d right, by what came within %(days)d day.",
                "%(kind)s: %(n)d found, %(right)d right, by what came within %(days)d days.",
                row["days"],
            ) % {**row, "kind": _(KINDS[kind])}


def of_wrong(count: int) -> str:
    """How many the reader themself called wrong: '' for none."""
    if not count:
        return ""
    return ngettext(
        "You called %(n)d of these wrong; it counts against the kind when Today is ranked.",
        "You called %(n)d of these wrong; they count against the kind when Today is ranked.",
        count,
    ) % {"n": count}
