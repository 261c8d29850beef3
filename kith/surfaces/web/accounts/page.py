"""What an account's page shows, gathered from the readers."""

from collections.abc import Mapping
from datetime import date, datetime

from kith.ledger.activities.notice_readers import notices_of_contacts
from kith.ledger.insights import readers as insights
from kith.ledger.insights.opened_readers import changes, opened_before
from kith.ledger.people import readers as people
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import firm, today_at
from kith.surfaces.web.accounts.pictures import months_spark, who_knows_whom
from kith.surfaces.web.accounts.ties import exchange, most_of, person_rows
from kith.terms.words import Kind

KINDS = {
    "email": (Kind.EMAIL,),
    "call": (Kind.CALL,),
    "meeting": (Kind.MEETING, Kind.VISIT),
}
FIRST = 6  # people shown before "Show everybody": those who matter, and half the page to make
EVERYBODY = 300  # more than that is a list nobody reads on one page


def since_last_time(user: User, account_id: int, *, now: datetime) -> dict[str, object]:
    """What came since the reader opened the page on an earlier day; nothing on the first."""
    before = opened_before(user, account_id, today_at(firm(), now))
    found = changes(user, account_id, before.since) if before.since else None
    return {"changes": found, "is_noted": before.is_noted}


def people_of(
    user: User, account_id: int, *, everybody: bool, as_of: date | None
) -> dict[str, object]:
    """The account's own tie, its people with theirs, and those nobody has exchanged a word with.

    One contact more than the first page shows is asked for: it tells whether there are others.
    """
    most = EVERYBODY if everybody else FIRST
    gauges = insights.gauges_of_account(user, account_id, contacts=most + 1)
    tied = {gauge.contact_id for gauge in gauges if gauge.contact_id}
    rows = person_rows(
        gauges,
        contacts=people.contacts_beside(user, account_id, tied),
        colleagues=people.colleague_names(user, {g.colleague_id for g in gauges if g.colleague_id}),
        notices=notices_of_contacts(user, tied, as_of) if as_of else {},
        as_of=as_of,
    )
    named = {gauge.name: gauge for gauge in gauges if not gauge.contact_id}
    whole, broad = named.get("account_tie"), named.get("breadth")
    others = len(rows) > most
    here = {} if others else people.contacts_at(user, account_id, limit=EVERYBODY)
    untied = [(pk, name) for pk, name in here.items() if pk not in tied]
    return {
        "tie": exchange(whole, "", most_of([whole])) if whole else None,
        "kinds": _kinds(whole.parts) if whole else [],
        "broad": broad.parts if broad else None,
        "spark": months_spark(named.get("months")),
        "map": who_knows_whom(rows[:FIRST]),
        "people": rows[:most],
        "others": others and not everybody,
        "untied": untied[:FIRST],
    }


def _kinds(parts: Mapping[str, int]) -> list[str]:
    """The kinds of what happened, where there is more than one to choose from."""
    found = [kind for kind in KINDS if parts.get(f"n_{kind}")]
    return found if len(found) > 1 else []
