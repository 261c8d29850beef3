"""What a person's page shows, gathered from the readers."""

from collections.abc import Mapping, Sequence
from datetime import date

from kith.ledger.activities.notice_readers import Noticed, notices_of_contacts
from kith.ledger.activities.thread_seen import open_asks
from kith.ledger.insights.readers import gauges_of_contact
from kith.ledger.people.contact_readers import ContactKnown, Job
from kith.ledger.people.readers import ContactSeen, colleague_names
from kith.ledger.rights.models import User
from kith.surfaces.web.accounts.pictures import rhythm_band
from kith.surfaces.web.accounts.ties import PersonRow, person_rows
from kith.terms.errors import NotVisible

Notices = Mapping[int, Sequence[Noticed]]


def standing(user: User, person: ContactKnown, as_of: date | None) -> dict[str, object]:
    """Their tie to all of us and to each of us, rhythm, habits, notices; what they wait for.

    `past`: their ties at accounts they have left, newest first. `tie` is of the present account,
    else of the last one.
    """
    notices = _notices(user, person, as_of)
    found = _rows(user, person, person.jobs, notices, as_of)
    row = found[0][1] if found else None
    return {
        "row": row,
        "past": found[1:],
        "band": rhythm_band(person.name, row.rhythm) if row else None,
        "notices": notices.get(person.id, []),
        "asks": open_asks(user, [pk for pk, _ in person.addresses]),
    }


def standing_at(
    user: User, person: ContactKnown, account_id: int, as_of: date | None
) -> dict[str, object]:
    """The same of one account they work or worked at. Raises NotVisible where nothing passed."""
    jobs = [job for job in person.jobs if job.account_id == account_id]
    for _, row in _rows(user, person, jobs, _notices(user, person, as_of), as_of):
        return {"row": row, "band": rhythm_band(person.name, row.rhythm)}
    raise NotVisible("Nothing passed between you and them there.")


def _notices(user: User, person: ContactKnown, as_of: date | None) -> Notices:
    return notices_of_contacts(user, [person.id], as_of) if as_of else {}


def _rows(
    user: User, person: ContactKnown, jobs: Sequence[Job], notices: Notices, as_of: date | None
) -> list[tuple[Job, PersonRow]]:
    """Of these jobs, in order, those at which something passed between us."""
    gauges = gauges_of_contact(user, [job.account_id for job in jobs], person.id)
    names = colleague_names(user, {g.colleague_id for g in gauges if g.colleague_id})
    here = ContactSeen(person.name, works_here=True, is_shared=person.is_shared)
    found = []
    for job in jobs:
        rows = person_rows(
            [gauge for gauge in gauges if gauge.account_id == job.account_id],
            contacts={person.id: here},
            colleagues=names,
            notices=notices,
            as_of=as_of,
        )
        found += [(job, row) for row in rows]
    return found
