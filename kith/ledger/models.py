"""Gathers the subjects' models for Django. Nothing else happens here."""

from kith.ledger.activities.models import Activity, ActivityText, Notice, Participant
from kith.ledger.imports.models import Arrival, Batch, LeftOut, LeftOutAddress, Stamp
from kith.ledger.insights.models import Backtest, Finding, Gauge, Opened, Run, Verdict
from kith.ledger.people.models import (
    Account,
    AccountDomain,
    AccountRelation,
    Address,
    Colleague,
    Contact,
    Employment,
    Erased,
    Merge,
    NameSeen,
)
from kith.ledger.questions.models import Question
from kith.ledger.rights.models import Audit, Block, Firm, Mailbox, Membership, OwnDomain, Team, User
from kith.ledger.search.models import SearchEntry
from kith.ledger.threads.models import MailKey, Thread, ThreadLink, ThreadReference
from kith.ledger.whole.models import Erasure

__all__ = [
    "Account",
    "AccountDomain",
    "AccountRelation",
    "Activity",
    "ActivityText",
    "Address",
    "Arrival",
    "Audit",
    "Backtest",
    "Batch",
    "Block",
    "Colleague",
    "Contact",
    "Employment",
    "Erased",
    "Erasure",
    "Finding",
    "Firm",
    "Gauge",
    "LeftOut",
    "LeftOutAddress",
    "MailKey",
    "Mailbox",
    "Membership",
    "Merge",
    "NameSeen",
    "Notice",
    "Opened",
    "OwnDomain",
    "Participant",
    "Question",
    "Run",
    "SearchEntry",
    "Stamp",
    "Team",
    "Thread",
    "ThreadLink",
    "ThreadReference",
    "User",
    "Verdict",
]
