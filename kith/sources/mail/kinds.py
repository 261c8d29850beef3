"""Mails that no person wrote to a person: by what machines and lists put into headers."""

import re
from collections.abc import Mapping

Headers = Mapping[str, list[str]]

_MACHINES = re.compile(
    r"(?:mailer[-_.]?daemon|postmaster|(?:do[-_.]?)?not?[-_.]?reply|donotrespond|bounces?|daemon|root"
    r"|auto[-_.]?(?:reply|responder)|notifications?|nobody)(?:[-_.+].*)?@"
)
_ANSWERS = frozenset(("x-auto-response-suppress", "x-autoreply", "x-autorespond", "x-autoresponse"))
_LISTS = frozenset(("list-id", "list-unsubscribe", "list-post", "mailing-list"))
_BULK = frozenset(("bulk", "list", "junk"))


def is_automatic(headers: Headers, sender: str) -> bool:
    """Written by a machine: RFC 3834's marks and their forerunners, bounces, senders by name."""
    if _MACHINES.match(sender) or not _ANSWERS.isdisjoint(headers):
        return True
    return (
        _first(headers, "auto-submitted") not in {"", "no"}
        or _first(headers, "return-path") == "<>"
        or _first(headers, "precedence") == "auto_reply"
        or _first(headers, "content-type").startswith("multipart/report")
    )


def is_listed(headers: Headers) -> bool:
    """Sent through a mailing list or as a bulk mail: RFC 2369, RFC 2919, and Precedence."""
    return not _LISTS.isdisjoint(headers) or _first(headers, "precedence") in _BULK


def _first(headers: Headers, name: str) -> str:
    """The header's first value up to ';', lower-cased, '' where there is none."""
    return headers[name][0].partition(";")[0].strip().lower() if name in headers else ""
