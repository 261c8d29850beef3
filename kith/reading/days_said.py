"""A day as people write it in a mail, without a year more often than not. Six languages."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kith.reading.span import Span

AHEAD = 400  # days: what lies further ahead of the mail is no return

_MONTHS = (
    ("jan", "jän", "gen", "ene"), ("feb", "fév", "fev"), ("mar", "mär", "maa", "mrt"),
    ("apr", "avr", "abr"), ("may", "mai", "mag", "mei"), ("jun", "juin", "giu"),
    ("jul", "juil", "lug"), ("aug", "aoû", "aou", "ago"), ("sep", "set"), ("oct", "okt", "ott"),
    ("nov",), ("dec", "dez", "déc", "dic"),
)  # fmt: skip
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_MONTH = (
    r"(?P<{}>jan(?:uar[yi]?|uary|vier)?|jän(?:ner)?|gen(?:naio)?|ene(?:ro)?|feb(?:ruar[yi]?|rero|braio"
    r"|ruary)?|f[ée]v(?:rier)?|m[aä]rz|march|mars|marzo|maart|mar|mrt|apr(?:il|ile)?|avr(?:il)?"
    r"|abr(?:il)?|may|mai|mayo|maggio|mag|mei|jun[ei]?o?|juni|juin|giu(?:gno)?|jul[yi]?o?|juil(?:let)?"
    r"|lug(?:lio)?|aug(?:ust|ustus)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre|iembre|tembre)?"
    r"|set(?:tembre)?|o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|nov(?:ember|embre|iembre)?"
    r"|de[cz](?:ember|embre)?|d[ée]c(?:embre)?|dic(?:iembre|embre)?)\b\.?"
)
_YEAR = r"(?:,?\s+(?:de\s+|del\s+)?(?P<{}>20\d\d))?"
_DAY = re.compile(
    r"\b(?P<iso>20\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b"
    r"|\b(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>20\d\d|\d\d)?\b|\b)"
    r"|\b(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:of\s+|de\s+)?" + _MONTH.format("month")
    + _YEAR.format("year_after")
    + r"|\b" + _MONTH.format("month_first") + r"\s+(?P<day_second>\d{1,2})(?:st|nd|rd|th)?\b"
    + _YEAR.format("year_last"),
    re.IGNORECASE,
)  # fmt: skip
_WEEKDAYS = (
    ("monday", "montag", "lundi", "lunes", "lunedì", "maandag"),
    ("tuesday", "dienstag", "mardi", "martes", "martedì", "dinsdag"),
    ("wednesday", "mittwoch", "mercredi", "miércoles", "mercoledì", "woensdag"),
    ("thursday", "donnerstag", "jeudi", "jueves", "giovedì", "donderdag"),
    ("friday", "freitag", "vendredi", "viernes", "venerdì", "vrijdag"),
    ("saturday", "samstag", "samedi", "sábado", "sabato", "zaterdag"),
    ("sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag"),
)
_WEEKDAY_OF = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAY_OF)})\b", re.IGNORECASE)


def days_said(text: str, said_on: date) -> Iterator[tuple[date, Span]]:
    """The days named in a text, in its order, from `said_on` to `AHEAD` days later.

    Without a year the next such day; 3/10 is read as whichever of its two meanings comes first; a
    weekday is the next of its name where no date stands with it.
    """
    found = [(m, _dates(m, said_on)) for m in _DAY.finditer(text)]
    dated = [
        (min(days), Span(*m.span()))
        for m, candidates in found
        if (days := [d for d in candidates if 0 <= (d - said_on).days <= AHEAD])
    ]
    if dated or found:
        yield from dated
        return
    for match in _WEEKDAY.finditer(text):
        ahead = (_WEEKDAY_OF[match[1].lower()] - said_on.weekday() - 1) % 7 + 1
        yield said_on + timedelta(days=ahead), Span(*match.span())


def _dates(match: re.Match[str], said_on: date) -> list[date]:
    if match["iso"]:
        return _on(match["iso"], int(match["iso_month"]), int(match["iso_day"]), said_on)
    if match["one"]:
        one, two, year = int(match["one"]), int(match["two"]), match["year"]
        day_first = _on(year, two, one, said_on)
        # A point parts day and month only in that order.
        return day_first if match["mark"] == "." else day_first + _on(year, one, two, said_on)
    if match["month"]:
        return _on(match["year_after"], _month(match["month"]), int(match["day"]), said_on)
    month = _month(match["month_first"])
    return _on(match["year_last"], month, int(match["day_second"]), said_on)


def _month(word: str) -> int:
    word = word.lower()
    return _MONTH_OF.get(word[:4].rstrip(".")) or _MONTH_OF[word[:3]]


def _on(year: str | None, month: int, day: int, said_on: date) -> list[date]:
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else _near(said_on)
    found = []
    for one in years:
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    return found


def _near(said_on: date) -> list[int]:
    return [said_on.year, said_on.year + 1]
