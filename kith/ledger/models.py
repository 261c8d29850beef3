"""Gathers the subjects' models for Django. Nothing else happens here."""

from kith.ledger.activities.models import Activity, ActivityText, Participant
from kith.ledger.imports.models import Arrival, Batch, RefusedItem, Stamp
from kith.ledger.insights.models import Finding, Gauge, Run, Verdict
from kith.ledger.people.models import (
    Account,
    AccountDomain,
    Address,
    Colleague,
    Contact,
    Employment,
    Merge,
)
from kith.ledger.rights.models import Audit, Firm, Mailbox, Membership, OwnDomain, Team, User
from kith.ledger.threads.models import MailKey, Thread, ThreadLink

__all__ = [
    "Account",
    "AccountDomain",
    "Activity",
    "ActivityText",
    "Address",
    "Arrival",
    "Audit",
    "Batch",
    "Colleague",
    "Contact",
    "Employment",
    "Finding",
    "Firm",
    "Gauge",
    "MailKey",
    "Mailbox",
    "Membership",
    "Merge",
    "OwnDomain",
    "Participant",
    "RefusedItem",
    "Run",
    "Stamp",
    "Team",
    "Thread",
    "ThreadLink",
    "User",
    "Verdict",
]
