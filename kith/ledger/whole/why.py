"""Answers to "Why is this mail not here?": what became of a mail, an address' mails, a day's.

`Reason` says whether a mail that is here counts, and why not; the codes of `LeftOut` say why one is
not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Reason(StrEnum):
    """What a mail that was read counts for. All but `COUNTED` are left out of every signal."""

    COUNTED = "counted"
    UNDATED = "undated"
    LIST = "list"
    ROBOT = "robot"
    RECEIPT = "receipt"
    ABSENCE = "absence"
    BOUNCE = "bounce"
    MASS = "mass"
    INTERNAL = "internal"
    PRIVATE = "private"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Brought:
    """An import that brought the mail into a mailbox. `new`: before it, the mail was not here."""

    batch_id: int
    mailbox: str
    began: datetime
    new: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A mail that is here. `subject`: None where nobody in particular asks, or may not see it."""

    activity_id: int
    reason: Reason
    undated_because: str
    day: date | None
    subject: str | None
    brought: tuple[Brought, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A time that a mail was left out. `path` and `position`: where it lies; '' if it is gone."""

    code: str
    reason: str
    batch_id: int
    mailbox: str
    began: datetime
    path: str
    position: str
    day: date | None


@dataclass(frozen=True, slots=True)
class OfMessage:
    """One Message-ID. `mentioned`: mails that are here answer it, or go on from it."""

    asked: str
    kept: Kept | None
    outside: tuple[Outside, ...]
    mentioned: bool

    @property
    def is_known(self) -> bool:
        return bool(self.kept or self.outside or self.mentioned)


@dataclass(frozen=True, slots=True)
class OfAddress:
    """All mail with an address, by reason, and what each import left out of it, by code.

    `met`: the ledger knows the address. `is_ours`: a colleague's; mails in which they were only
    copied are not among the counted ones.
    """

    asked: str
    met: bool
    is_ours: bool
    reasons: Mapping[Reason, int]
    first_day: date | None
    last_day: date | None
    outside: tuple[tuple[int, str, str, int], ...]  # batch, mailbox, code, how many

    @property
    def is_known(self) -> bool:
        return self.met or bool(self.outside)


@dataclass(frozen=True, slots=True)
class OfDay:
    """All mail of a day in the firm's zone, mailbox by mailbox, by reason; what was left out, by
    code, is of that day in UTC.
    """

    asked: date
    mailboxes: Mapping[str, Mapping[Reason, int]]
    outside: Mapping[str, Mapping[str, int]]


Answer = OfMessage | OfAddress | OfDay
