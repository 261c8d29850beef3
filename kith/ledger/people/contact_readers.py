"""One person outside: where they work and worked, and the addresses that reach them.

Everybody in the firm sees a person of an account that is there for them; one without is known to
those who hold a mail with them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kith.ledger import bulk
from kith.ledger.people.models import Address, Contact, Employment, Merge
from kith.ledger.people.relation_readers import hidden_among
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import mailboxes_of
from kith.terms.errors import NotVisible

MOST = 100  # addresses, and employments, of one person that are looked at

# The literal lets SQLite take the index of people's own activities.
_MET = """
SELECT c.id FROM ledger_contact c WHERE c.id IN ({{values}}) AND EXISTS (
    SELECT 1 FROM ledger_address a
    JOIN ledger_participant p ON p.address_id = a.id AND p.side > 0
    JOIN ledger_arrival r ON r.kind = 1 AND r.object_id = p.activity_id
    WHERE a.contact_id = c.id AND r.mailbox_id IN ({boxes}))
"""


@dataclass(frozen=True, slots=True)
class Job:
    """Where somebody works (`until` None) or worked."""

    account_id: int
    account: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class ContactKnown:
    """A person as their page shows them. `jobs`: the present one first, then the last before;
    `addresses`: (id, address), the one met last first. `is_shared`: no person but an account's
    common address."""

    id: int
    name: str
    is_shared: bool
    jobs: tuple[Job, ...]
    addresses: tuple[tuple[int, str], ...]

    @property
    def present(self) -> Job | None:
        return next((job for job in self.jobs if job.until is None), None)

    @property
    def past(self) -> list[Job]:
        return [job for job in self.jobs if job.until is not None]


def contact(user: User, contact_id: int) -> ContactKnown:
    """One person. Raises NotVisible where there is none for this reader."""
    row = Contact.objects.filter(id=contact_id).first()
    jobs = _jobs(user, contact_id) if row else []
    if row is None or not (jobs or met_among(user, [contact_id])):
        raise NotVisible("There is no such person here.")
    addresses = Address.objects.filter(contact=row).order_by("-id")
    return ContactKnown(
        id=row.id,
        name=row.name,
        is_shared=row.is_shared,
        jobs=tuple(jobs),
        addresses=tuple(addresses.values_list("id", "address")[:MOST]),
    )


def kept_of(user: User, contact_id: int) -> int:
    """Whom a merged person is now. Raises NotVisible where nobody was merged, or that one is not
    there for this reader."""
    merges = Merge.objects.filter(kind="contact", undone_at=None)
    kept = merges.filter(absorbed_id=contact_id).values_list("kept_id", flat=True).first()
    return contact(user, kept or 0).id


def met_among(user: User, contact_ids: Collection[int]) -> set[int]:
    """Those of the contacts of whom a mailbox of the user's holds a mail."""
    boxes = ", ".join(str(pk) for pk in mailboxes_of(user))
    if not boxes:
        return set()
    return {pk for (pk,) in bulk.select_in(_MET.format(boxes=boxes), contact_ids)}


def _jobs(user: User, contact_id: int) -> list[Job]:
    rows = list(
        Employment.objects.filter(contact_id=contact_id)
        .select_related("account")
        .order_by("-id")[:MOST]
    )
    hidden = hidden_among(user, {row.account_id for row in rows})
    shown = [row for row in rows if row.account_id not in hidden]
    shown.sort(key=lambda row: (row.until is not None, -(row.until or date.min).toordinal()))
    return [Job(row.account_id, row.account.name, row.since, row.until) for row in shown]
