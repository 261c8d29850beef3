"""Papers that prove a finding: lines, giveaways, waivers and rises, as far as the reader may see.

Prices are for who may see the account's; a rise was announced, and is everybody's to know.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kith.ledger.people.models import Colleague
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Giveaway, InvoiceLine, PriceRise, Waiver
from kith.ledger.trade.scope import priced_accounts

SORTS = ("line", "giveaway", "waiver", "rise")
Wanted = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Paper:
    """`sort`: line, giveaway, waiver or rise; `kind`: of a giveaway or waiver, as terms say.

    `amount`: net of a line, list value of a giveaway, in ten-thousandths; `share`: announced, in
    millionths. `who`: who of us sold, agreed, granted; '' for nobody named. `account`: its name.
    """

    sort: str
    id: int
    account_id: int
    day: date
    what: str
    kind: str = ""
    who: str = ""
    account: str = ""
    amount: int | None = None
    currency: str = ""
    share: int | None = None


def papers(user: User, wanted: Mapping[int, Wanted]) -> dict[int, tuple[Paper, ...]]:
    """By whatever number they are asked for (of a finding), those of one sort together, as named.
    Five statements, however many are asked for."""
    if not any(ids for named in wanted.values() for ids in named.values()):
        return {}
    found = {
        "line": _lines(_ids(wanted, "line")),
        "giveaway": _giveaways(_ids(wanted, "giveaway")),
        "waiver": _waivers(_ids(wanted, "waiver")),
        "rise": _rises(_ids(wanted, "rise")),
    }
    asked = {paper.account_id for papers in found.values() for paper in papers.values()}
    priced = set(priced_accounts(user).filter(id__in=asked).values_list("id", flat=True))
    return {
        number: tuple(
            paper
            for sort in SORTS
            for one in named.get(sort, ())
            if (paper := found[sort].get(one)) is not None
            and (sort == "rise" or paper.account_id in priced)
        )
        for number, named in wanted.items()
    }


def _ids(wanted: Mapping[int, Wanted], sort: str) -> set[int]:
    return {one for named in wanted.values() for one in named.get(sort, ())}


def _lines(ids: Iterable[int]) -> dict[int, Paper]:
    rows = InvoiceLine.objects.select_related(
        "invoice__customer__account", "invoice__salesperson", "product"
    )
    return {
        row.pk: Paper(
            "line",
            row.pk,
            row.invoice.customer.account_id,
            row.invoice.day,
            row.text or (row.product.name or row.product.number if row.product else ""),
            who=_name(row.invoice.salesperson),
            account=row.invoice.customer.account.name,
            amount=row.net,
            currency=row.invoice.currency,
        )
        for row in rows.filter(id__in=ids)
        if row.invoice.customer is not None
    }


def _giveaways(ids: Iterable[int]) -> dict[int, Paper]:
    rows = Giveaway.objects.select_related("account", "agreed_by")
    return {
        row.pk: Paper(
            "giveaway",
            row.pk,
            row.account_id,
            row.day,
            row.what,
            kind=row.kind,
            who=_name(row.agreed_by),
            account=row.account.name,
            amount=row.value_list,
            currency=row.currency,
        )
        for row in rows.filter(withdrawn_at=None, id__in=ids)
    }


def _waivers(ids: Iterable[int]) -> dict[int, Paper]:
    rows = Waiver.objects.select_related("account", "rise", "granted_by")
    return {
        row.pk: Paper(
            "waiver",
            row.pk,
            row.account_id,
            row.day,
            row.rise.name,
            kind=row.kind,
            who=_name(row.granted_by),
            account=row.account.name,
            share=row.rise.share,
        )
        for row in rows.filter(withdrawn_at=None, id__in=ids)
    }


def _rises(ids: Iterable[int]) -> dict[int, Paper]:
    rows = PriceRise.objects.filter(withdrawn_at=None, id__in=ids)
    return {
        row.pk: Paper(
            "rise", row.pk, row.account_id or 0, row.effective_on, row.name, share=row.share
        )
        for row in rows
    }


def _name(person: Colleague | None) -> str:
    return person.name if person else ""
