"""The form in which a giveaway is written down: what it offers, and what it brought."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from kith.ledger.people.models import Account
from kith.ledger.people.readers import account, contacts_at, folded
from kith.ledger.people.relation_readers import visible_accounts
from kith.ledger.rights.models import User
from kith.ledger.rights.readers import founded, today_at
from kith.ledger.search.names import AccountFound, accounts_named
from kith.ledger.trade.giveaway_readers import colleague_of, colleagues, contact_there
from kith.ledger.trade.models import Giveaway
from kith.surfaces.amounts import read_amount, typed_amount
from kith.surfaces.giveaway_words import given_names
from kith.surfaces.web.giveaways.origin import Origin
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

NAMED = 8  # accounts offered for a few letters
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in the form's fields, as text. `account` None: it is still to be named."""

    account: Account | None
    account_name: str
    kind: str
    what: str
    day: str
    value_list: str
    value_cost: str
    currency: str
    contact: int
    agreed_by: int
    why: str
    after_complaint: bool
    activity: int
    more: bool


def empty_sheet(user: User, came: Origin) -> Sheet:
    """A form for something given today, agreed by whoever writes it down."""
    firm, me = founded(), colleague_of(user)
    return Sheet(
        account=_account(user, came.account_id), account_name="", kind=given_names()[0][0], what="",
        day=str(today_at(firm, timezone.now())), value_list="", value_cost="",
        currency=firm.currency, contact=came.contact_id, agreed_by=me.pk if me else 0, why="",
        after_complaint=False, activity=came.activity_id, more=False,
    )  # fmt: skip


def sheet_of(row: Giveaway) -> Sheet:
    """A form with what was said of a giveaway."""
    return Sheet(
        account=row.account, account_name="", kind=row.kind, what=row.what, day=str(row.day),
        value_list=typed_amount(row.value_list), value_cost=typed_amount(row.value_cost),
        currency=row.currency, contact=row.contact_id or 0, agreed_by=row.agreed_by_id or 0,
        why=row.why, after_complaint=row.after_complaint, activity=row.activity_id or 0, more=True,
    )  # fmt: skip


def filled_sheet(user: User, told: QueryDict) -> Sheet:
    """A form as it came back, to be shown again where something is wrong with it."""
    named = number(told.get("account"))
    return Sheet(
        account=_account(user, named) if named else None,
        account_name=_text(told, "account_name"), kind=_text(told, "kind"),
        what=_text(told, "what"), day=_text(told, "day"), value_list=_text(told, "value_list"),
        value_cost=_text(told, "value_cost"), currency=_text(told, "currency"),
        contact=number(told.get("contact")), agreed_by=number(told.get("agreed_by")),
        why=_text(told, "why"), after_complaint="after_complaint" in told,
        activity=number(told.get("activity")), more=True,
    )  # fmt: skip


def choices(user: User, sheet: Sheet) -> dict[str, Any]:
    """What the form offers to choose among."""
    there = contacts_at(user, sheet.account.pk) if sheet.account else {}
    return {"kinds": given_names(), "contacts": list(there.items()), "colleagues": colleagues()}


def said(user: User, sheet: Sheet, account_id: int) -> dict[str, Any]:
    """What the form says, as the writers take it. Raises BadInput for what cannot be read."""
    colleague = next((c for c in colleagues() if c.pk == sheet.agreed_by), None)
    return {
        "kind": sheet.kind,
        "what": sheet.what,
        "day": read_day(sheet.day),
        "value_list": read_amount(sheet.value_list),
        "value_cost": read_amount(sheet.value_cost),
        "currency": sheet.currency,
        "contact": contact_there(user, account_id, sheet.contact) if sheet.contact else None,
        "agreed_by": colleague,
        "why": sheet.why,
        "after_complaint": sheet.after_complaint,
    }


def account_meant(user: User, sheet: Sheet) -> Account:
    """The account that was chosen, or named. Raises BadInput for nobody, and for several."""
    if sheet.account is not None:
        return sheet.account
    found = named_accounts(user, sheet.account_name)
    same = [one for one in found if folded(one.name) == folded(sheet.account_name)]
    if len(same) == 1 or len(found) == 1:
        row = _account(user, (same or found)[0].id)
        if row is not None:
            return row
    if not sheet.account_name.strip():
        raise BadInput(gettext_noop("To whom?"), cure=gettext_noop("Name the account."))
    if found:
        raise BadInput(
            gettext_noop("Several accounts are called so."), cure=gettext_noop("Choose one.")
        )
    raise BadInput(
        gettext_noop("No account is called “{name}”."),
        cure=gettext_noop("Write how its name, or its mail domain, begins."),
        name=sheet.account_name,
    )


def named_accounts(user: User, typed: str) -> list[AccountFound]:
    """Accounts that fit the letters, the nearest first."""
    return accounts_named(user, typed, limit=NAMED) if typed.strip() else []


def read_day(text: str) -> date:
    """A day as browsers send it. Raises BadInput for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(
            gettext_noop("“{text}” is no day."),
            cure=gettext_noop("Write it as 2026-05-18."),
            text=text[:40],
        ) from None


def number(text: str | None) -> int:
    """An id as a form sends it; 0 for none, and for junk."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else 0


def _text(told: QueryDict, name: str) -> str:
    return told.get(name, "").replace("\0", "")[:LONGEST]


def _account(user: User, account_id: int) -> Account | None:
    """Raises NotVisible for one that is not there for the reader."""
    if not account_id:
        return None
    return visible_accounts(user).get(pk=account(user, account_id).id)
