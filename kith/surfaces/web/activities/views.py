"""One activity."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kith.ledger.activities.notice_readers import notices_in
from kith.ledger.activities.readers import visible_activity
from kith.ledger.activities.thread_seen import thread_of
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
        "sort": SORTS.get(row.sort, gettext("written by a machine") if row.is_automatic else ""),
        "notices": notices_in(user, activity_id) if row.sort in SORTS else [],
        "more": max(row.recipients - len(row.receivers), 0) if row.recipients > MOST else 0,
        "stretches": stretches(row),
        "thread": thread_of(user, activity_id),
    }
    return render(request, "activities/page.html", context)


@require_safe
def thread(request: HttpRequest, activity_id: int) -> HttpResponse:
    """The mails of the thread it belongs to: for htmx the list, to stand where it was folded."""
    user = reader_of(request)
    found = thread_of(user, activity_id)
    if request.headers.get("HX-Request"):
        return render(request, "activities/_mails.html", {"thread": found})
    people = {p.account_id for row in found.rows for p in row.people if p.account_id}
    context = {"thread": found, "accounts": account_names(user, people)}
    return render(request, "activities/thread.html", context)


MOST = 500  # recipients kept of one mail
SORTS: dict[str, Promise] = {
    Sort.BOUNCE: _("a machine says that a mail did not arrive"),
    Sort.ABSENCE: _("an out-of-office answer"),
    Sort.RECEIPT: _("a receipt"),
    Sort.CALENDAR: _("an invitation or an answer to one"),
}
LINES = (
    (_("From"), {Part.FROM}),
    (_("Sent by"), {Part.SENDER}),
    (_("To"), {Part.TO}),
    (_("Copy"), {Part.CC}),
    (_("Blind copy"), {Part.BCC}),
)
