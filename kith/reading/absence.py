"""What an out-of-office answer says: when its writer is back, and whom to write to meanwhile."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kith.reading.days_said import days_said
from kith.reading.span import Span

LONGEST = 3_000  # characters read: what is said stands on top
_REACH = 90  # characters from a cue to its day
_REACH_OF_NAME = 160

# Back on a day. Then until a day: less sure, as "from … until" may name the last day away.
_BACK = re.compile(
    r"\b(?:(?:be\s+)?back(?:\s+in|\s+at|\s+to|\s+from)?|return(?:ing|s)?|again|resum\w+)\b"
    r"|\b(?:wieder|zur(?:ü|ue)ck|rückkehr)\b"
    r"|\bde\s+retour\b|\bretour\s+le\b|\bserai\s+(?:à\s+nouveau|de\s+nouveau)\b|\breviens\b|\brentre\b"
    r"|\b(?:regres\w+|vuelv\w+|volver\w+|vuelta|reincorpor\w+|incorporar\w+)\b"
    r"|\b(?:rientr\w+|ritorn\w+|torner\w+|di\s+nuovo\s+in)\b"
    r"|\b(?:terug|weer\s+(?:aanwezig|bereikbaar|op\s+kantoor)|retour\s+op)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|thru|through|bis|jusqu['’]?(?:au|à|en)?|hasta|fino\s+al?|sino\s+al?|tot)\b"
    r"|\b(?:to|al?|au|t/m)\b|[-–]",
    re.IGNORECASE,
)
_INCLUSIVE = re.compile(
    r"\b(?:through|thru|einschlie(?:ß|ss)lich|inkl|inclus|included|inclusive|incluido|compreso|incluso"
    r"|t/m|tot\s+en\s+met)\b",
    re.IGNORECASE,
)
_MEANWHILE = re.compile(
    r"\b(?:contact|reach(?:\s+out\s+to)?|e-?mail|write\s+to|call|forward\w*\s+(?:\w+\s+){0,4}to"
    r"|refer\s+to|direct\s+(?:\w+\s+){0,4}to|in\s+touch\s+with|speak\s+(?:to|with)|covered\s+by"
    r"|(?:replaced|represented)\s+by|covering\s+for\s+me|backup|assist\w*|taking\s+over)\b"
    r"|\b(?:wenden\s+(?:sie\s+)?sich|wende\s+dich|kontaktieren|ansprechpartner(?:in)?|vertret\w+|vertritt|stellvertret\w+)\b"
    r"|\b(?:contacte[rz]|adresse[rz](?:-vous)?|vous\s+adresser|joindre|remplac\w+|écri(?:re|vez))\b"
    r"|\b(?:contacto\s+con|contact[ae](?:r|n)?|dir[ií][jg](?:a|ir)se|comun[ií](?:quese|carse)|escrib\w+)\b"
    r"|\b(?:contattare|contatti|rivolger(?:si|vi)|rivolgetevi|scrivere)\b"
    r"|\b(?:contact\s+op(?:nemen)?|wenden\s+tot|vervang\w+|waarnem\w+|bereik\w+)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.!#$%&'*+=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_NAME = re.compile(
    r"(?<![\w@.])(?!(?:The|Please|If|For|In|My|Our|Mr|Mrs|Ms|Dr|Herr|Herrn|Frau|Kolleg\w*|Monsieur|Madame"
    r"|Mme|Señora?|Sig(?:nor)?a?|Dhr|Mevr|Tel|Phone|Telefon|E-?Mail|Mail|Sie|Ihr\w*|Mein\w*|I|We)\b)"
    r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’-]+)(?:\s+(?-i:(?:van|von|de|del|der|den|di|la|le|zu)\s+){0,2}(?-i:[A-ZÀ-ÖØ-Þ][\w'’.-]*\w)){1,3}"
)
_ONESELF = re.compile(r"\s*(?:me|myself|mich|mir|moi|me|mij|nous|us|uns)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?](?=\s+[A-ZÀ-ÖØ-Þ])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Absence:
    """`until`: the day of return. `successor`: the address to write to meanwhile, else the name.

    None and '' where the text does not say; `until_at` and `successor_at` are where it does.
    """

    until: date | None
    successor: str
    until_at: Span | None
    successor_at: Span | None


def absence(text: str, said_on: date) -> Absence:
    """What an out-of-office answer of that day says (en, de, fr, es, it, nl)."""
    read = text[:LONGEST]
    day, day_at = _return(read, said_on)
    who, who_at = _successor(read)
    return Absence(day, who, day_at, who_at)


def _return(text: str, said_on: date) -> tuple[date | None, Span | None]:
    """The day after the first cue of a return; else the last day that follows an until."""
    for cue in _BACK.finditer(text):
        # "ab dem 3. März wieder": the day may stand before its cue, in the same sentence.
        end = _sentence_end(text, cue.end(), _REACH)
        for start in (cue.end(), max(cue.start() - 40, 0)):
            stretch = text[start : end if start == cue.end() else cue.start()]
            found = list(days_said(stretch, said_on))
            if found and (start == cue.end() or _starts_there(stretch)):
                day, at = found[0]
                return day, Span(start + at.start, start + at.end)
    last: tuple[date, Span] | None = None
    for cue in _UNTIL.finditer(text):
        end = _sentence_end(text, cue.end(), 45)
        for day, at in days_said(text[cue.end() : end], said_on):
            around = text[max(cue.start() - 10, 0) : end]
            back = day + timedelta(days=1) if _INCLUSIVE.search(around) else day
            if last is None or back > last[0]:
                last = back, Span(cue.end() + at.start, cue.end() + at.end)
            break
    return last or (None, None)


def _starts_there(before: str) -> bool:
    """Whether the day before a cue is the day from which on: "ab dem 3. März bin ich wieder"."""
    return (
        re.search(r"\b(?:ab|am|from|on|vanaf|op|dal|a\s+partir|à\s+partir|le|il)\b", before, re.I)
        is not None
    )


def _successor(text: str) -> tuple[str, Span | None]:
    """The first address near a cue; else the first name right after one."""
    cues = [cue for cue in _MEANWHILE.finditer(text) if not _ONESELF.match(text, cue.end())]
    for pattern, reach in ((_ADDRESS, _REACH_OF_NAME), (_NAME, 60)):
        for cue in cues:
            end = (
                min(len(text), cue.end() + reach)
                if pattern is _ADDRESS
                else _sentence_end(text, cue.end(), reach)
            )
            if found := pattern.search(text, cue.end(), end):
                return found[0].rstrip(".").lower() if pattern is _ADDRESS else found[0], Span(
                    *found.span()
                )
    return "", None


def _sentence_end(text: str, start: int, reach: int) -> int:
    found = _SENTENCE.search(text, start, start + reach)
    return found.start() if found else min(len(text), start + reach)
