"""Verbs by which two become one person, and apart again.

A merge re-points the absorbed one's addresses and employments to the kept one and remembers which.
The absorbed row stays, reached by nothing, so that unmerging gives all of it back under its id.
Participants point at addresses and keep the account of their day: history never moves.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Stamp
from kith.ledger.imports.writers import restamp
from kith.ledger.people.models import Address, Colleague, Contact, Employment, Merge
from kith.ledger.people.name_writers import name_people
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop

CONTACT, COLLEAGUE = "contact", "colleague"
Person = Contact | Colleague


@dataclass(frozen=True, slots=True)
class Moved:
    """A new employer: the last day they were seen at the old one, the first at the new one."""

    left: date
    joined: date


@writer
def merge(
    kept: Person, absorbed: Person, *, actor: User | None, moved: Moved | None = None
) -> Merge:
    """Makes two contacts, or two colleagues, one: what reached the absorbed one reaches the kept.

    With `moved`, the kept contact's open employments end on that day and the absorbed one's begin.
    Raises Refused for one and the same, for different sorts of people, for a shared address, for
    two who both sign in (the kept one must be who does), and for one that is merged already.
    """
    kind = _may_merge(kept, absorbed)
    addresses = _ids(Address, {kind: absorbed.pk})
    what: dict[str, Any] = {
        "addresses": addresses,
        "employments": _ids(Employment, {kind: absorbed.pk}) if kind == CONTACT else [],
        "dates": _change_employer(kept, absorbed, moved) if moved else [],
    }
    _point(kind, what, of=absorbed.pk, to=kept.pk)
    row = Merge.objects.create(
        kind=kind,
        kept_id=kept.pk,
        absorbed_id=absorbed.pk,
        moved=what,
        merged_by=actor,
        merged_at=timezone.now(),
    )
    _follow(kind, (kept.pk, absorbed.pk), addresses, actor)
    note("merge", kind, kept.pk, actor=actor, new={"absorbed": absorbed.pk, "merge": row.pk})
    return row


@writer
def unmerge(merge: Merge, *, actor: User | None) -> Merge:
    """Takes a merge back: everything it moved returns, with the dates it changed.

    Later merges into the kept one stay as they are. Raises Refused where it was taken back already,
    and where a later merge builds on it and must go first: one that absorbed the kept one, or that
    dated the same employments.
    """
    row = Merge.objects.select_for_update().get(pk=merge.pk)
    if row.undone_at is not None:
        raise Refused(
            gettext_noop("These two are apart already."), cure=gettext_noop("Look at their pages.")
        )
    if _absorbed(row.kind, [row.kept_id]):
        raise Refused(
            gettext_noop("Who was kept has since been merged into somebody else."),
            cure=gettext_noop("Take that later merge back first."),
        )
    if _dated_since(row):
        raise Refused(
            gettext_noop("They have changed their employer again since."),
            cure=gettext_noop("Take that change back first."),
        )
    _point(row.kind, row.moved, of=row.kept_id, to=row.absorbed_id)
    bulk.update(
        "UPDATE ledger_employment SET since = %s, until = %s WHERE id = %s",
        [(since, until, pk) for pk, since, until in row.moved["dates"]],
    )
    row.undone_at = timezone.now()
    row.save(update_fields=["undone_at"])
    people = (row.kept_id, row.absorbed_id)
    _follow(row.kind, people, row.moved["addresses"], actor)
    note("unmerge", row.kind, row.kept_id, actor=actor, old={"absorbed": row.absorbed_id})
    return row


def _may_merge(kept: Person, absorbed: Person) -> str:
    """`contact` or `colleague`; raises Refused as `merge` does."""
    if type(kept) is not type(absorbed) or kept.pk == absorbed.pk:
        raise Refused(
            gettext_noop("Two contacts or two colleagues can be one person, nothing else.")
        )
    if isinstance(kept, Contact) and isinstance(absorbed, Contact):
        if kept.is_shared or absorbed.is_shared:
            raise Refused(
                gettext_noop("A shared address is no person."),
                cure=gettext_noop("It stays with its account."),
            )
        kind = CONTACT
    else:
        if isinstance(absorbed, Colleague) and absorbed.user_id:
            raise Refused(
                gettext_noop("{name} signs in."),
                cure=gettext_noop("Keep the one who signs in; two who do stay two."),
                name=absorbed.name,
            )
        kind = COLLEAGUE
    if _absorbed(kind, [kept.pk, absorbed.pk]):
        raise Refused(
            gettext_noop("One of them is part of another person already."),
            cure=gettext_noop("Name that person instead."),
        )
    return kind


def _absorbed(kind: str, people: Sequence[int]) -> bool:
    return Merge.objects.filter(kind=kind, absorbed_id__in=people, undone_at__isnull=True).exists()


def _dated_since(merge: Merge) -> bool:
    mine = {*merge.moved["employments"], *(pk for pk, *_ in merge.moved["dates"])}
    later = Merge.objects.filter(
        kind=merge.kind, kept_id=merge.kept_id, undone_at__isnull=True, pk__gt=merge.pk
    )
    return any(pk in mine for row in later for pk, *_ in row.moved["dates"])


def _ids(model: type[Address | Employment], of: dict[str, int]) -> list[int]:
    return list(model.objects.filter(**of).order_by("id").values_list("id", flat=True))


def _change_employer(
    kept: Person, absorbed: Person, moved: Moved
) -> list[tuple[int, str | None, str | None]]:
    """Closes the kept one's open employments and dates the absorbed one's. Returns what stood."""
    old = Employment.objects.filter(contact_id=kept.pk, until__isnull=True)
    new = Employment.objects.filter(contact_id=absorbed.pk, until__isnull=True)
    stood = [(row.pk, _text(row.since), _text(row.until)) for row in (old | new).order_by("id")]
    old.update(until=moved.left)
    new.update(since=moved.joined)
    return stood


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _point(kind: str, moved: Mapping[str, Any], *, of: int, to: int) -> None:
    """Re-points what still reaches `of`: an address may have become a colleague's meanwhile."""
    for model, ids in ((Address, moved["addresses"]), (Employment, moved["employments"])):
        if ids:
            model.objects.filter(pk__in=ids, **{kind: of}).update(**{kind: to})


def _follow(
    kind: str, people: Collection[int], addresses: Sequence[int], actor: User | None
) -> None:
    """Names follow addresses; facts of the years in which these addresses were in mail are due."""
    name_people(people if kind == CONTACT else (), people if kind == COLLEAGUE else (), actor=actor)
    restamp([*_parts_of(addresses), (f"{kind}s", 0), ("notices", 0)], actor=actor)


def _parts_of(addresses: Sequence[int]) -> list[tuple[str, int]]:
    """Parts of facts that may speak of these addresses, between their first day and their last.

    By SQL: participants belong to a subject above this one, and their days lie in an index.
    """
    if not addresses:
        return []
    marks = ", ".join(["%s"] * len(addresses))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(day), max(day) FROM ledger_participant"  # noqa: S608
            f" WHERE address_id IN ({marks}) AND (side > 0 OR account_id IS NOT NULL)",
            list(addresses),
        )
        first, last = (str(day)[:4] if day else None for day in cursor.fetchone())
    if first is None or last is None:
        return []
    parts = Stamp.objects.filter(
        shape__in=("touches", "copies"), year__gte=int(first), year__lte=int(last)
    )
    return list(parts.values_list("shape", "year"))
