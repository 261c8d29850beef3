"""A finding as data: what to do, about whom, and from which rows. Words are made late."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class FindingKind(StrEnum):
    """What a finding says. New kinds are added here and in `findings/`, nowhere else."""

    GONE_QUIET = "gone_quiet"
    UNANSWERED = "unanswered"
    HANGS_ON_ONE = "hangs_on_one"
    CONTACT_GONE = "contact_gone"
    ONE_SIDED = "one_sided"
    THEY_STOPPED = "they_stopped"
    WE_STOPPED = "we_stopped"
    HELD_BY_ONE = "held_by_one"
    NEWCOMER = "newcomer"
    NO_SAY = "no_say"
    LEAKING = "leaking"
    GIVEN_AGAIN = "given_again"
    WAIVED_AGAIN = "waived_again"
    DISCOUNT_SPREAD = "discount_spread"
    OVER_ATTENDED = "over_attended"


class Claim(StrEnum):
    """A fact is true by its rows; a forecast must first prove better than a plain baseline.

    A hint is a fact with what it may mean: its sentence says "may".
    """

    FACT = "fact"
    FORECAST = "forecast"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a person's time.

    - `key`: the same for the same cause on another day, so that done, snooze and wrong
      stay with it.
    - `account_id` always; `contact_id`, `colleague_id` where it speaks of a person.
    - `user_id`: whose Today it belongs to; None: the manager's list.
    - `since`: the day the state began. `as_of`: the day it was looked at.
    - `stake`: share of that user's own year of contact (0 to 1); `urgency`: 0 to 1;
      `rank`: what Today sorts by.
    - `numbers`: the quantities its sentence names, by name, in the units the name says.
    - `evidence`: ids of the activities that prove it, newest first.
    - `papers`: ids of what else proves it, newest first, by what they are: line, giveaway, waiver,
      rise.
    """

    key: str
    kind: FindingKind
    claim: Claim
    account_id: int
    as_of: date
    since: date
    stake: float
    urgency: float
    rank: float
    contact_id: int | None = None
    colleague_id: int | None = None
    user_id: int | None = None
    numbers: Mapping[str, float | int | str | None] = field(default_factory=dict)
    evidence: tuple[int, ...] = ()
    papers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
