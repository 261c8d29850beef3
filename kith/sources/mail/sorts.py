"""What sort of mail it is, by what machines and lists write into it: `kith.terms.words.Sort`.

Header fields of published standards come first. Subjects, which a person may write too, decide
only beside a header or a text that no person writes.
"""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from kith.sources.mail.phrases import Opening, opening, says_away, says_bounced, says_received
from kith.sources.mail.reports import Reports, calendar_method, deliveries, has_disposition
from kith.terms.words import Sort

Headers = Mapping[str, list[str]]

_MACHINES = re.compile(
    r"(?:(?:do[-_.]?)?not?[-_.]?reply|donotrespond|bounces?|daemon|root"
    r"|auto[-_.]?(?:reply|responder)|notifications?|newsletters?|nobody)(?:[-_.+].*)?@"
)
# The first writes of nothing but what could not be delivered; the others are read by people too.
_DAEMONS = re.compile(
    r"(?:(mailer[-_.]?daemon|mdaemon)|postmaster|mail[-_.]?delivery"
    r"|(?:exchange|system)[-_.]?administrator|microsoftexchange[0-9a-f]{32})(?:[-_.+].*)?@"
)
_ANSWERS = frozenset(("x-autoreply", "x-autorespond", "x-autoresponse"))
# Who exports mail may lose a list's headers; its address stays. Only lists live at these hosts.
PUBLIC_LISTS = frozenset({
    "yahoogroups.com", "yahoogroups.de", "egroups.com", "googlegroups.com", "groups.io",
    "freelists.org", "topica.com", "listbot.com",
})  # fmt: skip
_LISTS = frozenset(
    ("list-id", "list-unsubscribe", "list-post", "mailing-list", "x-mailing-list", "x-beenthere")
)
_BULK = frozenset(("bulk", "list", "junk"))
_MANAGERS = re.compile(
    r"\bowner-[^@\s]{1,200}@|[^@\s]-(?:owner|request|bounces)(?:[-+=][^@\s]{0,200})?@"
)
_HOST = re.compile(r"mailto:[^@>\s]{1,200}@([\w.-]{1,253})|<([\w.-]{1,253})>", re.IGNORECASE)
# A mail with none of these says nothing of its sort in its headers.
_TELLING = frozenset(
    (
        *_ANSWERS, *_LISTS, "auto-submitted", "precedence", "x-failed-recipients",
        "x-auto-response-suppress", "return-path", "sender",
    )
)  # fmt: skip


class Sorted(NamedTuple):
    """`sort`, and whether a machine wrote the mail, of whatever sort."""

    sort: Sort
    automatic: bool


class _Marks(NamedTuple):
    """What the headers say. `answer`: it answers a mail by itself; `vacation`: as vacation does."""

    machine: bool = False
    listed: bool = False
    answer: bool = False
    vacation: bool = False
    failed: bool = False


_UNMARKED = _Marks()


def sorted_mail(
    headers: Headers,
    sender: str,
    subject: str,
    text: str,
    reports: Reports,
    hosts: Collection[str] = (),
) -> Sorted:
    """The first of these that holds; `hosts` are those of the addresses it was sent to.

    - BOUNCE: a delivery report of a failure or a delay (RFC 3464), X-Failed-Recipients (Exim's),
      a mail daemon's mail whose subject or text says so, a subject and a text that both say so.
    - RECEIPT: a disposition notification (RFC 8098), a delivery report of success (RFC 3464); the
      subject and the text by which Exchange keeps either.
    - ABSENCE: an automatic answer (below) that says vacation there, in its subject or in its text;
      a mail server's own subject for it; another subject for it where the text says it as well,
      in a form that repeats the subject answered or with headers of a machine's or bulk mail.
    - LIST: List-* (RFC 2369, 2919), Mailing-List, X-BeenThere, Precedence (RFC 2076) of bulk, list
      or junk; a list's manager in Sender or Return-Path; an address at a public host of lists.
    - CALENDAR: a text/calendar part about an invitation (RFC 5546). Automatic if it is an answer.
    - ROBOT: Auto-Submitted but 'no' (RFC 3834), an empty Return-Path (RFC 5321 4.5.5), a report
      (RFC 6522), X-Auto-Response-Suppress (MS-OXCMAIL); a sender by name (no-reply, daemon).
    - PERSON: the rest.

    Automatic answers: Auto-Submitted: auto-replied (RFC 3834; 'vacation' there: RFC 5230),
    X-Autoreply, X-Autorespond, X-Autoresponse, Precedence: auto_reply, a server's own subject.
    """
    marks = _UNMARKED if _TELLING.isdisjoint(headers) else _marks(headers)
    report = _report(headers)
    begins = opening(subject)
    daemon, machine = _by_name(sender)
    told = begins or report or reports or daemon or marks.answer or marks.failed
    if told and (sort := _of_machine(marks, report, begins, text, reports, daemon)):
        return Sorted(sort, automatic=True)
    automatic = marks.machine or machine or bool(report)
    if marks.listed or not PUBLIC_LISTS.isdisjoint(hosts):
        return Sorted(Sort.LIST, automatic)
    if method := calendar_method(reports):
        return Sorted(Sort.CALENDAR, automatic or method == "REPLY")
    return Sorted(Sort.ROBOT if automatic else Sort.PERSON, automatic)


@lru_cache(maxsize=20_000)
def _by_name(sender: str) -> tuple[int, bool]:
    """How surely (0 to 2) the address is a mail daemon's, and whether it is any machine's."""
    daemon = _DAEMONS.match(sender)
    sure = 0 if daemon is None else 2 if daemon[1] else 1
    return sure, sure > 0 or _MACHINES.match(sender) is not None


def list_host(headers: Headers) -> str:
    """The host where the list lives that a mail came through: of List-Post, else of List-Id.

    '' where neither says. A firm's own list is a shared address, such as info@.
    """
    for name in ("list-post", "list-id"):
        for value in headers.get(name, ()):
            if found := _HOST.search(value):
                return (found[1] or found[2]).lower()
    return ""


def _of_machine(
    marks: _Marks, report: str, begins: Opening, text: str, reports: Reports, daemon: int
) -> Sort | None:
    """The sorts that only machines write; None where it is none of them."""
    actions = {one.action for one in deliveries(reports)}
    if actions:
        return Sort.BOUNCE if actions & {"failed", "delayed"} else Sort.RECEIPT
    if report == "disposition-notification" or has_disposition(reports):
        return Sort.RECEIPT
    if begins is Opening.RECEIPT and says_received(text):
        return Sort.RECEIPT
    if report == "delivery-status" or marks.failed:
        return Sort.BOUNCE
    if daemon or begins is Opening.BOUNCE:
        sure = daemon + marks.machine + (begins is Opening.BOUNCE)
        if sure >= 2 or sure + says_bounced(text) >= 2:
            return Sort.BOUNCE
    if marks.vacation or begins is Opening.AWAY:
        return Sort.ABSENCE
    answer = marks.answer or begins is Opening.ANSWER
    away = begins in {Opening.AWAY_FORM, Opening.MAYBE_AWAY}
    supported = begins is Opening.AWAY_FORM or marks.machine or marks.listed
    if (answer and away) or ((answer or (away and supported)) and says_away(text)):
        return Sort.ABSENCE
    return Sort.ROBOT if answer else None


def _marks(headers: Headers) -> _Marks:
    submitted = headers["auto-submitted"][0].strip().lower() if "auto-submitted" in headers else ""
    precedence = _first(headers, "precedence")
    answer = (
        submitted.startswith("auto-replied")
        or not _ANSWERS.isdisjoint(headers)
        or precedence == "auto_reply"
    )
    return_path = _first(headers, "return-path")
    return _Marks(
        machine=answer
        or submitted.partition(";")[0].partition("(")[0].strip() not in {"", "no"}
        or return_path == "<>"
        or "x-auto-response-suppress" in headers,
        listed=not _LISTS.isdisjoint(headers)
        or precedence in _BULK
        or _MANAGERS.search(return_path) is not None
        or _MANAGERS.search(_first(headers, "sender")) is not None,
        answer=answer,
        vacation="vacation" in submitted,
        failed="x-failed-recipients" in headers,
    )


def _report(headers: Headers) -> str:
    """The report's type (RFC 6522), 'report' where it names none, '' for what is no report."""
    if "content-type" not in headers:
        return ""
    value = headers["content-type"][0]
    if value[:16].lower() != "multipart/report":
        return ""
    found = re.search(r"report-type\s*=\s*\"?([\w-]{1,60})", value, re.IGNORECASE)
    return found[1].lower() if found else "report"


def _first(headers: Headers, name: str) -> str:
    """The header's first value up to ';', lower-cased, '' where there is none."""
    return headers[name][0].partition(";")[0].strip().lower() if name in headers else ""
