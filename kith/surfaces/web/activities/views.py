"""One activity."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.activities.conversations import thread_of
from kith.ledger.activities.notice_readers import notices_in
from kith.ledger.activities.readers import visible_activity
from kith.ledger.people.readers import account_names
from kith.surfaces.web.activities.words import stretches
from kith.surfaces.web.frame.reader import reader_of
from kith.terms.words import Part, Sort


@require_safe
def activity(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Who, to whom and when; subject and words as far as the reader may see them; its thread."""
    user = reader_of(request)
    row = visible_activity(user, activity_id)
    accounts = account_names(user, {p.account_id for p in row.people if p.account_id})
    context = {
        "row": row,
        "lines": [(label, [p for p in row.people if p.part in parts]) for label, parts in LINES],
        "accounts": accounts,
        "sort": SORTS.get(row.sort, "written by a machine" if row.is_automatic else ""),
        "notices": notices_in(user, activity_id) if row.sort in SORTS else [],
        "more": max(row.recipients - len(row.receivers), 0) if row.recipients > MOST else 0,
        "stretches": stretches(row),
        "thread": thread_of(user, activity_id),
    }
    return render(request, "activities/page.html", context)


MOST = 500  # recipients kept of one mail
SORTS: dict[str, str] = {
    Sort.BOUNCE: "a machine says that a mail did not arrive",
    Sort.ABSENCE: "an out-of-office answer",
    Sort.RECEIPT: "a receipt",
    Sort.CALENDAR: "an invitation or an answer to one",
}
LINES = (
    ("From", {Part.FROM}),
    ("Sent by", {Part.SENDER}),
    ("To", {Part.TO}),
    ("Copy", {Part.CC}),
    ("Blind copy", {Part.BCC}),
)
