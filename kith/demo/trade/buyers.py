"""Each customer as the books know it: number, size, rhythm, discount and what it buys.

All of it follows from the customer's domain and from how much mail there is with its people: who
writes more buys more, give or take. So nobody gets far more attention than others of their size,
but where a story says so.
"""

from dataclasses import dataclass
from functools import cache
from math import log2

from kith.demo.chance import stream
from kith.demo.company import ACCOUNTS
from kith.demo.deal import ORDINARY, Deal
from kith.demo.people import Account
from kith.demo.stories.shelf import STORIES
from kith.demo.trade.catalogue import HOSES, PRODUCTS, PUMPS, SEALS, SERVICE, Product

UNTRADED = 1
"""Of each representative the last customer has not bought anything yet."""
_TOLD_BY_STORIES = 20.0
"""Conversations a year where only stories make a customer write."""
_A_CONVERSATION = 3_400
"""Euros by the list that a customer of 20 conversations a year buys for each."""
_LEAST, _MOST = 0.03, 0.12
"""Discounts, of a customer of 8,000 euros a year and of one of 400,000."""
_FAMILIES = {SEALS: 3, "Dichtungssätze": 3, "Ersatzteile": 4}
"""How many products of a family a customer buys again and again."""
_DOSING = ("chemicals", "paper")
"""Trades that wear out hoses."""
_LINES = 2.4


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer of the books. `revenue`: euros a year by the list; `every`: mean days between
    orders; `basket`: what it orders, with weights; `lot`: its orders' quantities, as a factor."""

    account: Account
    number: str
    deal: Deal
    revenue: float
    every: float
    discount: float
    basket: tuple[tuple[Product, float], ...]
    lot: float

    @property
    def currency(self) -> str:
        return self.account.contacts[0].currency

    @property
    def country(self) -> str:
        return _COUNTRIES[self.account.contacts[0].zone]


_COUNTRIES = {
    "Europe/Berlin": "DE",
    "Europe/Amsterdam": "NL",
    "Europe/Copenhagen": "DK",
    "Europe/Stockholm": "SE",
    "Europe/London": "GB",
}


@cache
def buyers() -> tuple[Buyer, ...]:
    """Everybody who buys, in the order of the customers' files."""
    owned: dict[str, list[Account]] = {}
    for one in ACCOUNTS:
        owned.setdefault(one.owner, []).append(one)
    deals = {domain: deal for story in STORIES for domain, deal in story.deals.items()}
    new = {one.domain for each in owned.values() for one in each[-UNTRADED:]}
    return tuple(
        _buyer(one, f"{10_010 + 10 * place}", deals.get(one.domain, ORDINARY))
        for place, one in enumerate(ACCOUNTS)
        if one.domain not in new
    )


def _buyer(account: Account, number: str, deal: Deal) -> Buyer:
    rng = stream("buyer", account.domain)
    talks = sum(365 / who.every for who in account.contacts if who.every and not who.left)
    talks = talks or _TOLD_BY_STORIES
    revenue = talks * _A_CONVERSATION * (talks / 20) ** 0.2 * rng.lognormvariate(0, 0.18)
    revenue = revenue if deal.revenue is None else deal.revenue
    size = min(1.0, max(0.0, log2(revenue / 8_000) / log2(50)))
    discount = round(_LEAST + (_MOST - _LEAST) * size + rng.uniform(-0.01, 0.01), 3)
    every = deal.every or min(45.0, max(6.0, 17 * (revenue / 70_000) ** -0.45))
    basket = _basket(account, deal, size)
    usual = sum(one.price * one.usual * weight for one, weight in basket)
    usual /= 100 * sum(weight for _, weight in basket)
    return Buyer(
        account=account,
        number=number,
        deal=deal,
        revenue=revenue,
        every=every,
        discount=discount if deal.discount is None else deal.discount,
        basket=basket,
        lot=revenue * every / 365 / _LINES / usual,
    )


def _basket(account: Account, deal: Deal, size: float) -> tuple[tuple[Product, float], ...]:
    """Some of each small family; one kind of pump, and service, where the customer is not small."""
    domain = account.domain
    rng = stream("basket", domain)
    families = dict(_FAMILIES)
    if account.contacts[0].trade in _DOSING:
        families[HOSES] = 2
    if size > 0.3:
        families |= {rng.choice(PUMPS): 2, "Wartung": 2}
    if size > 0.5:
        families |= {SERVICE[0]: 2, rng.choice(PUMPS): 2}
    sure = {name: families.get(name, 2) for name in deal.buys}
    families = sure if deal.only else families | sure
    chosen = [
        one
        for name, many in families.items()
        for one in _some([one for one in PRODUCTS if one.family == name], many, domain)
    ]
    return tuple((one, rng.uniform(0.5, 1.5) / one.rare) for one in chosen)


def _some(products: list[Product], many: int, domain: str) -> list[Product]:
    rng = stream("some", domain, products[0].family)
    return rng.sample(products, min(many, len(products)))
