"""What an undo leaves where it is, and why: for the person who asked for it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model, Q

from kith.ledger.imports.arrivals import lines_shared_with, shared_with
from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.insights.models import Verdict
from kith.ledger.people.models import (
    Account,
    AccountRelation,
    Address,
    Colleague,
    Contact,
    Merge,
)
from kith.ledger.people.relation_readers import aside_among, said_of
from kith.ledger.rights.models import Audit
from kith.terms.language import gettext_noop

Left = Mapping[str, Any]  # kind, why, and either how many (count) or which (name)

KINDS: Mapping[int, type[Model]] = {
    Arrival.ADDRESS: Address,
    Arrival.CONTACT: Contact,
    Arrival.COLLEAGUE: Colleague,
    Arrival.ACCOUNT: Account,
}


def rows_that_stay(batch: Batch) -> list[Left]:
    """Mails of the batch, or lines of a sheet, that other imports brought as well, by import."""
    kind = "mail" if batch.kind == "mail" else "line"
    shared = shared_with(batch) if kind == "mail" else lines_shared_with(batch)
    others = Batch.objects.select_related("mailbox").in_bulk([pk for pk, _ in shared])
    return [
        {
            "kind": kind,
            "count": count,
            "why": f"{_named(others[pk])} brought them too",
        }
        for pk, count in shared
    ]


def people_who_stay(batch: Batch) -> list[Left]:
    """Whom the batch added and who are still there when all that nothing holds has gone."""
    held = [*_accounts(batch), *_merged(batch)]
    told = Counter(row["kind"] for row in held)
    rest = {
        model._meta.model_name: model._default_manager.filter(id__in=_added(batch, kind)).count()
        for kind, model in KINDS.items()
    }
    return [
        *held,
        *(
            {
                "kind": kind,
                "count": count - told[kind],
                "why": gettext_noop("mail that stays names them"),
            }
            for kind, count in rest.items()
            if count > told[kind]
        ),
    ]


def noted(batch: Batch, verb: str) -> Sequence[Left] | None:
    """What an earlier step of the undo noted as staying; None where it has not come so far."""
    row = Audit.objects.filter(verb=verb, subject="batch", subject_id=batch.pk).last()
    return row.new["stays"] if row else None


def _named(batch: Batch) -> str:
    return f"import {batch.pk}" + (f" into {batch.mailbox.address}" if batch.mailbox else "")


def _accounts(batch: Batch) -> Iterator[Left]:
    """Accounts of the batch at which a person did something."""
    answered = Verdict.objects.filter(undone_at=None).values("account_id")
    said = AccountRelation.objects.filter(undone_at=None).values("account_id")
    held = Account.objects.filter(id__in=_added(batch, Arrival.ACCOUNT)).filter(
        Q(guessed_name=False) | Q(owner__isnull=False) | Q(id__in=answered) | Q(id__in=said)
    )
    rows = list(held.order_by("sort_key", "id"))
    ids = [row.pk for row in rows]
    told, shut = said_of(ids), aside_among(ids)
    for row in rows:
        # What is private or noise is named to nobody but who holds its mail.
        who = {"count": 1} if row.pk in shut else {"name": row.name}
        yield {"kind": "account", **who, "why": _why(row, is_told=row.pk in told)}


def _why(account: Account, *, is_told: bool) -> str:
    if account.owner_id:
        return gettext_noop("a person owns it")
    if not account.guessed_name:
        return gettext_noop("a person named it")
    return (
        gettext_noop("a person said what it is to us")
        if is_told
        else gettext_noop("a person answered a finding on it")
    )


def _merged(batch: Batch) -> Iterator[Left]:
    """Contacts of the batch that a person merged."""
    merges = Merge.objects.filter(kind="contact", undone_at=None)
    merged = {pk for pair in merges.values_list("kept_id", "absorbed_id") for pk in pair}
    added = Contact.objects.filter(id__in=_added(batch, Arrival.CONTACT))
    for row in added.order_by("sort_key", "id"):
        if row.pk in merged:
            yield {"kind": "contact", "name": row.name, "why": gettext_noop("a person merged them")}


def _added(batch: Batch, kind: int) -> Any:
    rows = Arrival.objects.filter(batch=batch, kind=kind, how=Arrival.CREATED)
    return rows.values("object_id")
