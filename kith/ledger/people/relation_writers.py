"""Verbs on what accounts are to us: say it, of one or of thousands at once; take it back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.writers import restamp, restamp_all, restamp_years
from kith.ledger.people.models import Account, AccountRelation
from kith.ledger.people.relation_readers import ASIDE, in_force
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note
from kith.terms.errors import BadInput
from kith.terms.words import Relation

WHYS = (AccountRelation.SITTING, AccountRelation.TYPED, AccountRelation.INVOICE)
_DAY = timedelta(days=1)


@writer
def say(
    account_ids: Collection[int], relation: str, *, why: str, actor: User | None
) -> Sequence[int]:
    """Says what accounts are. Returns the ids of those of which it was not in force before.

    One audit row, however many they are. The same again changes nothing; another word stands over
    the one before, which is in force again when it is taken back. Ids that are no accounts are
    passed over. Raises BadInput for a word that is no `Relation`, or a reason that is none.
    """
    if relation not in set(Relation) or why not in WHYS:
        raise BadInput(
            f"{relation!r} is nothing an account can be.", cure=f"Say {', '.join(Relation)}."
        )
    before = _in_force(account_ids)
    there = _known(account_ids)
    news = sorted(pk for pk in there if before.get(pk) != relation)
    if not news:
        return []
    moved = {pk for pk in news if (before.get(pk) in ASIDE) != (relation in ASIDE)}
    now = timezone.now()
    bulk.insert(
        AccountRelation,
        ["account_id", "relation", "why", "said_by_id", "said_at", "settled_until"],
        [
            (pk, str(relation), why, actor.pk if actor else None, now, 0 if pk in moved else None)
            for pk in news
        ],
    )
    _restamp(moved, actor)
    note(
        "say_relation", "account", news[0], actor=actor,
        old=_counted(before, news), new={"relation": str(relation), "accounts": news}, why=why,
    )  # fmt: skip
    return news


@writer
def unsay(words: Sequence[AccountRelation], *, actor: User | None) -> Sequence[int]:
    """Takes words back: what was in force before them is again. Returns the ids of the accounts."""
    ids = sorted({row.account_id for row in words})
    if not ids:
        return ids
    before = _in_force(ids)
    stand = AccountRelation.objects.filter(pk__in=[row.pk for row in words], undone_at=None)
    stand.update(undone_at=timezone.now())
    after = _in_force(ids)
    moved = {pk for pk in ids if (before.get(pk) in ASIDE) != (after.get(pk) in ASIDE)}
    newest = {row.account_id: row.pk for row in sorted(words, key=lambda row: row.pk)}
    AccountRelation.objects.filter(pk__in=[newest[pk] for pk in moved]).update(settled_until=0)
    _restamp(moved, actor)
    note(
        "unsay_relation", "account", ids[0], actor=actor,
        old={**_counted(before, ids), "accounts": ids}, new=_counted(after, ids),
    )  # fmt: skip
    return ids


@writer
def settle_relation(row: AccountRelation, until: int | None, *, actor: User | None) -> None:
    """How far an account's activities follow its word; None: all do. Nothing where somebody said
    another word meanwhile, or took it back: that begins anew by itself."""
    AccountRelation.objects.filter(pk=row.pk, settled_until=row.settled_until).update(
        settled_until=until
    )


def _in_force(ids: Collection[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in _parts(ids):
        rows = in_force().filter(account_id__in=some).values_list("account_id", "relation")
        found.update(rows)
    return found


def _known(ids: Collection[int]) -> set[int]:
    return {
        pk
        for some in _parts(ids)
        for pk in Account.objects.filter(pk__in=some).values_list("pk", flat=True)
    }


def _parts(ids: Collection[int]) -> list[list[int]]:
    rows = sorted(set(ids))
    return [rows[start : start + bulk.IN_LIST] for start in range(0, len(rows), bulk.IN_LIST)]


def _counted(relations: Mapping[int, str], ids: Sequence[int]) -> dict[str, object]:
    """What the accounts were: the word of one, or how many of each."""
    words = [relations.get(pk) for pk in ids]
    return {"relations": {str(word): words.count(word) for word in dict.fromkeys(words)}}


def _restamp(moved: Collection[int], actor: User | None) -> None:
    """`accounts` changes by every word; touches, copies and what is sold and granted only where an
    account begins or ends to count.

    A touch stands in its colleague's year, which at New Year may be another than the contact's.
    """
    restamp([("accounts", 0)], actor=actor)
    days = bulk.select_in(
        "SELECT DISTINCT day FROM ledger_participant"
        " WHERE account_id IN ({values}) AND day IS NOT NULL",
        sorted(moved),
    )
    found = {day if isinstance(day, date) else date.fromisoformat(day) for (day,) in days}
    years = {near.year for day in found for near in (day - _DAY, day, day + _DAY)}
    for shape in ("touches", "copies"):
        restamp_years(shape, years, actor=actor)
    if moved:
        sold = bulk.select_in(
            "SELECT DISTINCT i.day FROM ledger_invoice i"
            " JOIN ledger_customer c ON c.id = i.customer_id WHERE c.account_id IN ({values})",
            sorted(moved),
        )
        restamp_years("lines", {int(str(day)[:4]) for (day,) in sold}, actor=actor)
        for shape in ("conditions", "giveaways", "waivers"):
            restamp_all(shape, actor=actor)
