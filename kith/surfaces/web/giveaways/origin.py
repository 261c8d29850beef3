"""Whence somebody came to write a giveaway down: the page says to whom, and what speaks of it."""

from dataclasses import dataclass

from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from kith.ledger.activities.readers import visible_activity
from kith.ledger.people import readers as people
from kith.ledger.people.contact_readers import contact as one_contact
from kith.ledger.rights.models import User
from kith.terms.errors import NotVisible


@dataclass(frozen=True, slots=True)
class Origin:
    """`path`: where to go back to, '' for nowhere. Ids are 0 where the page speaks of none."""

    path: str = ""
    account_id: int = 0
    contact_id: int = 0
    activity_id: int = 0


def origin(user: User, path: str) -> Origin:
    """What the page at that path speaks of, as far as the reader may see it."""
    if not url_has_allowed_host_and_scheme(path, allowed_hosts=None) or not path.startswith("/"):
        return Origin()
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        return Origin()
    try:
        return _spoken_of(user, path, match.kwargs)
    except NotVisible:
        return Origin(path)


def _spoken_of(user: User, path: str, ids: dict[str, int]) -> Origin:
    if "account_id" in ids:
        return Origin(path, account_id=people.account(user, ids["account_id"]).id)
    if "contact_id" in ids:
        found = one_contact(user, ids["contact_id"])
        job = found.present
        return Origin(path, job.account_id, found.id) if job else Origin(path)
    if "activity_id" in ids:
        mail = visible_activity(user, ids["activity_id"])
        there = people.account_names(user, {p.account_id for p in mail.people if p.account_id})
        return Origin(path, next(iter(there), 0), activity_id=mail.id)
    return Origin(path)
