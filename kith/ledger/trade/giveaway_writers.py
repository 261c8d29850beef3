"""Verbs on giveaways: give, correct, withdraw; what came back, and that it did not."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.writers import restamp
from kith.ledger.people.models import Account, Colleague, Contact
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import firm, today_at
from kith.ledger.rights.writers import note
from kith.ledger.trade.models import Giveaway, GiveawayReturn
from kith.ledger.trade.sums import currency_code, one_line, worth
from kith.terms.errors import BadInput, Refused
from kith.terms.language import gettext_noop
from kith.terms.trade_words import GiveawayKind

TEXT = 500
# What `correct` may change: all that was said, but for how it came to be known.
SAID = (
    "contact", "kind", "what", "day", "value_list", "value_cost", "currency", "agreed_by", "why",
    "after_complaint",
)  # fmt: skip


@writer
def give(
    account: Account, *, kind: str, what: str, day: date, value_list: int | None,
    value_cost: int | None, currency: str, contact: Contact | None = None,
    agreed_by: Colleague | None = None, why: str = "", after_complaint: bool = False,
    activity_id: int | None = None, line_id: int | None = None, known_day: date | None = None,
    actor: User | None,
) -> Giveaway:  # fmt: skip
    """Writes down that something was given away. Values are of all of it, in ten-thousandths.

    `known_day`: when the firm knew it; None: today. Raises BadInput for a word that is no
    `GiveawayKind`, nothing said, a value below 0, a currency that is none, a day that is yet to
    come.
    """
    known = known_day or _today()
    row = Giveaway(
        account=account, contact=contact, kind=kind, what=what, day=day, value_list=value_list,
        value_cost=value_cost, currency=currency, agreed_by=agreed_by, why=why,
        after_complaint=after_complaint, activity_id=activity_id, line_id=line_id,
        known_day=known, recorded_by=actor, recorded_at=timezone.now(),
    )  # fmt: skip
    _check(row)
    row.save()
    _changed(actor)
    note("give", "giveaway", row.pk, actor=actor, new=_shown(row))
    return row


@writer
def correct(giveaway: Giveaway, *, actor: User | None, **said: Any) -> Giveaway:
    """Says some of it anew, by the names that `give` has; the day it was known stays.

    Raises BadInput as `give` does, TypeError for a name that nobody can say, Refused where it was
    withdrawn.
    """
    if unknown := set(said) - set(SAID):
        raise TypeError(f"A giveaway is not corrected by {', '.join(sorted(unknown))}.")
    row = _standing(giveaway)
    old = _shown(row)
    for name, value in said.items():
        setattr(row, name, value)
    _check(row)
    new = _shown(row)
    if new != old:
        row.save(update_fields=list(said))
        _changed(actor)
        changed = {name for name in new if new[name] != old[name]}
        note(
            "correct", "giveaway", row.pk, actor=actor,
            old={name: old[name] for name in changed}, new={name: new[name] for name in changed},
        )  # fmt: skip
    return row


@writer
def withdraw(giveaway: Giveaway, *, actor: User | None) -> Giveaway:
    """It was no giveaway: it counts nowhere. Raises Refused where it was withdrawn already."""
    row = _standing(giveaway)
    row.withdrawn_at, row.withdrawn_by = timezone.now(), actor
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _changed(actor)
    note("withdraw", "giveaway", row.pk, actor=actor)
    return row


@writer
def restore(giveaway: Giveaway, *, actor: User | None) -> Giveaway:
    """Takes a withdrawal back. Raises Refused where it stands."""
    row = Giveaway.objects.select_for_update().get(pk=giveaway.pk)
    if row.withdrawn_at is None:
        raise Refused(gettext_noop("This giveaway was not withdrawn."))
    row.withdrawn_at = row.withdrawn_by = None
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _changed(actor)
    note("restore", "giveaway", row.pk, actor=actor)
    return row


@writer
def came_back(giveaway: Giveaway, *, what: str, day: date, actor: User | None) -> GiveawayReturn:
    """Says what came back for it. Raises BadInput for nothing said, or a day before it was given;
    Refused where the giveaway was withdrawn."""
    row = _standing(giveaway)
    text = one_line(what, TEXT)
    if not text:
        raise BadInput(
            gettext_noop("What came back?"),
            cure=gettext_noop("Write it in a few words: an order, an introduction."),
        )
    if day < row.day:
        raise BadInput(
            gettext_noop("Nothing comes back before it was given."),
            cure=gettext_noop("Choose {day} or a later day."),
            day=row.day,
        )
    back = GiveawayReturn.objects.create(
        giveaway=row, what=text, day=day, said_by=actor, said_at=timezone.now()
    )
    _changed(actor)
    new = {"giveaway": row.pk, "what": text, "day": str(day)}
    note("came_back", "giveaway_return", back.pk, actor=actor, new=new)
    return back


@writer
def not_come_back(back: GiveawayReturn, *, actor: User | None) -> None:
    """Takes back that something came back. Raises Refused where that was done already."""
    standing = GiveawayReturn.objects.filter(pk=back.pk, undone_at=None)
    if not standing.update(undone_at=timezone.now()):
        raise Refused(gettext_noop("This was taken back already."))
    _changed(actor)
    note("not_come_back", "giveaway_return", back.pk, actor=actor, old={"what": back.what})


@writer
def forget_contacts(contact_ids: Collection[int], *, actor: User | None) -> None:
    """Takes people who go out of what was given: it was given to their account."""
    found = "SELECT id FROM ledger_giveaway WHERE contact_id IN ({values})"
    ids = [pk for (pk,) in bulk.select_in(found, contact_ids)]
    bulk.change_in("UPDATE ledger_giveaway SET contact_id = NULL WHERE id IN ({values})", ids)
    if ids:
        _changed(actor)


def _standing(giveaway: Giveaway) -> Giveaway:
    row = Giveaway.objects.select_for_update().get(pk=giveaway.pk)
    if row.withdrawn_at is not None:
        raise Refused(
            gettext_noop("This giveaway was withdrawn."), cure=gettext_noop("Restore it first.")
        )
    return row


def _check(row: Giveaway) -> None:
    """Brings what was said into the ledger's form. Raises BadInput for what cannot be."""
    row.what, row.why = one_line(row.what, TEXT), one_line(row.why, TEXT)
    if row.kind not in set(GiveawayKind):
        raise BadInput(
            gettext_noop("Choose what kind of thing was given."),
            cure=gettext_noop("It is one of: {kinds}."),
            kinds=", ".join(GiveawayKind),
        )
    if not row.what:
        raise BadInput(
            gettext_noop("What was given?"), cure=gettext_noop("Write it in a few words.")
        )
    if row.day > row.known_day:
        raise BadInput(
            gettext_noop("It cannot have been given on a day that is yet to come."),
            cure=gettext_noop("Choose {day} or an earlier day."),
            day=row.known_day,
        )
    row.kind = str(row.kind)
    row.currency = currency_code(row.currency)
    row.value_list, row.value_cost = worth(row.value_list), worth(row.value_cost)


def _shown(row: Giveaway) -> Mapping[str, object]:
    """What was said, as the audit keeps it."""
    return {
        "account": row.account_id, "contact": row.contact_id, "kind": row.kind, "what": row.what,
        "day": str(row.day), "value_list": row.value_list, "value_cost": row.value_cost,
        "currency": row.currency, "agreed_by": row.agreed_by_id, "why": row.why,
        "after_complaint": row.after_complaint,
    }  # fmt: skip


def _changed(actor: User | None) -> None:
    restamp([("giveaways", 0)], actor=actor)


def _today() -> date:
    return today_at(firm(), timezone.now())
