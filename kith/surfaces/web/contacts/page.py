"""What a person's page shows, gathered from the readers."""

from datetime import date

from kith.ledger.activities.notice_readers import notices_of_contacts
from kith.ledger.activities.thread_seen import open_asks
from kith.ledger.insights.readers import gauges_of_contact
from kith.ledger.people.contact_readers import ContactKnown
from kith.ledger.people.readers import ContactSeen, colleague_names
from kith.ledger.rights.models import User
from kith.surfaces.web.accounts.pictures import rhythm_band
from kith.surfaces.web.accounts.ties import person_rows


def standing(user: User, person: ContactKnown, as_of: date | None) -> dict[str, object]:
    """Their tie to all of us and to each of us, rhythm, habits, notices; what they wait for.

    `past`: their ties at accounts they have left, newest first. `tie` is of the present account,
    else of the last one.
    """
    gauges = gauges_of_contact(user, [job.account_id for job in person.jobs], person.id)
    names = colleague_names(user, {g.colleague_id for g in gauges if g.colleague_id})
    notices = notices_of_contacts(user, [person.id], as_of) if as_of else {}
    here = ContactSeen(person.name, works_here=True, is_shared=person.is_shared)
    found = []
    for job in person.jobs:
        rows = person_rows(
            [gauge for gauge in gauges if gauge.account_id == job.account_id],
            contacts={person.id: here},
            colleagues=names,
            notices=notices,
            as_of=as_of,
        )
        found += [(job, row) for row in rows]
    row = found[0][1] if found else None
    return {
        "row": row,
        "past": [(job, row) for job, row in found[1:]],
        "band": rhythm_band(person.name, row.rhythm) if row else None,
        "notices": notices.get(person.id, []),
        "asks": open_asks(user, [pk for pk, _ in person.addresses]),
    }
