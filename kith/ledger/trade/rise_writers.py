"""Verbs on price rises: announce, call off; let an account off one, and take that back."""

from datetime import date

from django.utils import timezone

from kith.ledger.guard import writer
from kith.ledger.imports.writers import restamp
from kith.ledger.people.models import NAME, Account, Colleague
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import firm, today_at
from kith.ledger.rights.writers import note
from kith.ledger.trade.models import Family, PriceRise, Waiver
from kith.ledger.trade.sums import WHOLE, one_line
from kith.terms.errors import BadInput, Refused
from kith.terms.language import gettext_noop
from kith.terms.trade_words import WaiverKind
from kith.terms.words import Role

TEXT = 500


@writer
def announce(
    *, name: str, share: int, effective_on: date, announced_on: date, price_list_key: str = "",
    family: Family | None = None, account: Account | None = None, known_day: date | None = None,
    actor: User | None,
) -> PriceRise:  # fmt: skip
    """Announces a rise by `share` (millionths of the price) of one list (by its `name_key`), one
    family, one account, or of everything where none is named.

    Raises Refused where the actor is no manager and means more than one account; BadInput for no
    name, a share outside of 0 to 1, more than one scope, an effective day before the announcement.
    """
    if actor is not None and actor.role != Role.MANAGER and account is None:
        raise Refused(
            gettext_noop("Only a manager announces a price rise for more than one account."),
            cure=gettext_noop("Ask one of yours, or choose an account."),
        )
    title = one_line(name, NAME)
    if not title:
        raise BadInput(
            gettext_noop("A price rise has a name."),
            cure=gettext_noop("Write it as customers are told: Prices 2027."),
        )
    _check_share(share, most=WHOLE)
    if sum(map(bool, (price_list_key, family, account))) > 1:
        raise BadInput(
            gettext_noop("A price rise is of one list, one family or one account."),
            cure=gettext_noop("Announce one for each."),
        )
    if effective_on < announced_on:
        raise BadInput(
            gettext_noop("A price rise cannot hold before it is announced."),
            cure=gettext_noop("Choose {day} or a later day."),
            day=announced_on,
        )
    row = PriceRise.objects.create(
        name=title, share=share, price_list_key=price_list_key, family=family, account=account,
        announced_on=announced_on, effective_on=effective_on, known_day=known_day or _today(),
        announced_by=actor, recorded_at=timezone.now(),
    )  # fmt: skip
    restamp([("rises", 0)], actor=actor)
    note(
        "announce", "price_rise", row.pk, actor=actor,
        new={
            "name": title, "share": share, "list": price_list_key, "family": row.family_id,
            "account": row.account_id, "announced_on": str(announced_on),
            "effective_on": str(effective_on),
        },
    )  # fmt: skip
    return row


@writer
def call_off(rise: PriceRise, *, actor: User | None) -> PriceRise:
    """Calls a rise off: it, and its waivers, count nowhere. Raises Refused where it was called off
    already, and where the actor neither leads nor announced it."""
    row = _may_end(rise, actor)
    if row.withdrawn_at is not None:
        raise Refused(gettext_noop("This price rise was called off already."))
    return _end(row, "call_off", actor)


@writer
def call_on(rise: PriceRise, *, actor: User | None) -> PriceRise:
    """Takes calling off back. Raises Refused where the rise stands, and as `call_off` does."""
    row = _may_end(rise, actor)
    if row.withdrawn_at is None:
        raise Refused(gettext_noop("This price rise was not called off."))
    return _end(row, "call_on", actor)


@writer
def waive(
    rise: PriceRise, account: Account, *, kind: str, share: int | None = None,
    until: date | None = None, granted_by: Colleague | None = None, why: str = "", day: date,
    known_day: date | None = None, actor: User | None,
) -> Waiver:  # fmt: skip
    """Lets an account off a rise: wholly, in part (`share` of it is paid, in millionths), or until
    a day. One that stands already is replaced.

    Raises BadInput for a word that is no `WaiverKind`, a softened one without its share, a
    postponed one without a day after the rise's; Refused for a rise that was called off, or that
    is another account's.
    """
    row = PriceRise.objects.select_for_update().get(pk=rise.pk)
    if row.withdrawn_at is not None:
        raise Refused(gettext_noop("This price rise was called off."))
    if row.account_id not in (None, account.pk):
        raise Refused(gettext_noop("This price rise does not meet the account."))
    _check_kind(row, kind, share, until)
    Waiver.objects.filter(rise=row, account=account, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    waiver = Waiver.objects.create(
        rise=row, account=account, kind=str(kind),
        share=share if kind == WaiverKind.SOFTENED else None,
        until=until if kind == WaiverKind.POSTPONED else None,
        granted_by=granted_by, why=one_line(why, TEXT), day=day, known_day=known_day or _today(),
        recorded_by=actor, recorded_at=timezone.now(),
    )  # fmt: skip
    restamp([("waivers", 0)], actor=actor)
    note(
        "waive", "waiver", waiver.pk, actor=actor, why=waiver.why,
        new={
            "rise": row.pk, "account": account.pk, "kind": waiver.kind, "share": waiver.share,
            "until": str(until) if waiver.until else None, "granted_by": waiver.granted_by_id,
        },
    )  # fmt: skip
    return waiver


@writer
def withdraw(waiver: Waiver, *, actor: User | None) -> None:
    """Takes a waiver back: the rise meets the account. Raises Refused where that was done."""
    if not Waiver.objects.filter(pk=waiver.pk, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    ):
        raise Refused(gettext_noop("This waiver was taken back already."))
    restamp([("waivers", 0)], actor=actor)
    note("withdraw", "waiver", waiver.pk, actor=actor)


def _may_end(rise: PriceRise, actor: User | None) -> PriceRise:
    row = PriceRise.objects.select_for_update().get(pk=rise.pk)
    if actor is not None and actor.role != Role.MANAGER and row.announced_by_id != actor.pk:
        raise Refused(
            gettext_noop("Only a manager, or who announced it, calls a price rise off."),
            cure=gettext_noop("Ask one of them."),
        )
    return row


def _end(row: PriceRise, verb: str, actor: User | None) -> PriceRise:
    row.withdrawn_at = timezone.now() if verb == "call_off" else None
    row.save(update_fields=["withdrawn_at"])
    restamp([("rises", 0), ("waivers", 0)], actor=actor)
    note(verb, "price_rise", row.pk, actor=actor)
    return row


def _check_kind(rise: PriceRise, kind: str, share: int | None, until: date | None) -> None:
    if kind not in set(WaiverKind):
        raise BadInput(
            gettext_noop("Choose how the account is let off."),
            cure=gettext_noop("It is one of: {kinds}."),
            kinds=", ".join(WaiverKind),
        )
    if kind == WaiverKind.SOFTENED:
        _check_share(share, most=WHOLE - 1)
    if kind == WaiverKind.POSTPONED and (until is None or until <= rise.effective_on):
        raise BadInput(
            gettext_noop("Until when is it postponed?"),
            cure=gettext_noop("Choose a day after {day}."),
            day=rise.effective_on,
        )


def _check_share(share: int | None, *, most: int) -> None:
    if share is None or not 0 < share <= most:
        raise BadInput(
            gettext_noop("A share lies above 0 and below 100 per cent."),
            cure=gettext_noop("Write it in per cent: 4 or 2.5."),
        )


def _today() -> date:
    return today_at(firm(), timezone.now())
