"""The two levels as a form asks for them and a page says them."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_noop

from kith.ledger.rights.models import Mailbox
from kith.terms.words import Level


@dataclass(frozen=True, slots=True)
class Choice:
    """One level in plain words."""

    value: int
    title: str
    words: str


SHARES = (
    Choice(
        Level.METADATA,
        gettext_noop("Who and when"),
        gettext_noop("Who wrote to whom, and on which day. No word of it."),
    ),
    Choice(
        Level.SUBJECT,
        gettext_noop("And the subject"),
        gettext_noop("The same, and the subject line."),
    ),
    Choice(Level.FULL, gettext_noop("Everything"), gettext_noop("The whole mail, as you read it.")),
)
KEEPS = (
    Choice(
        Level.FULL,
        gettext_noop("Everything"),
        gettext_noop("Subject and text. Kith finds questions without an answer."),
    ),
    Choice(
        Level.SUBJECT,
        gettext_noop("Subjects"),
        gettext_noop("No text is stored or read: no open questions are found."),
    ),
    Choice(
        Level.METADATA,
        gettext_noop("Who and when"),
        gettext_noop("Neither subject nor text, not even for yourself."),
    ),
)


@dataclass(frozen=True, slots=True)
class Levels:
    """What is kept and what colleagues see; the second is never more than the first."""

    keep: Level
    share: Level


DEFAULT = Levels(Level.FULL, Level.METADATA)


def levels_of(box: Mailbox | None) -> Levels:
    """The mailbox's own; what a new one gets where there is none."""
    return Levels(Level(box.keep), Level(box.share)) if box else DEFAULT


def asked(form: QueryDict, before: Levels) -> Levels:
    """What a form asks for; what it leaves out, or says in no word of ours, stays as before."""
    keep = _level(form.get("keep"), before.keep)
    return Levels(keep, min(_level(form.get("share"), before.share), keep))


def _level(text: str | None, before: Level) -> Level:
    known = {str(int(level)): level for level in Level if level}
    return known.get(text or "", before)
