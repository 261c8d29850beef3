"""Pages of the ledger in KITH_HOME, asked for by twenty of its people and a manager."""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bench.asking import answer, signed_in
from kith.ledger.people.models import Account, Contact, Employment
from kith.ledger.rights.models import User
from kith.ledger.trade.models import Invoice, InvoiceLine
from kith.terms.words import Role

Asked = list[tuple[str, list[str]]]  # paths, each with the cookies of who may ask for it

# Of trade: asked by everybody, and by the manager alone.
OF_ANYBODY = {
    "waterfall": "/waterfall/", "waterfall by colleague": "/waterfall/?by=colleague",
    "asset or obstacle": "/standing/", "asset or obstacle, all rows": "/standing/?rows=",
    "giveaways": "/giveaways/", "giveaways without return": "/giveaways/?open=1",
    "giveaways, mine": "/giveaways/?mine=1", "giveaways of a kind": "/giveaways/?kind=sample",
    "rises": "/rises/", "a rise": "/rises/2/", "a rise of everything": "/rises/1/",
    "questions": "/questions/", "Today, where there is trade": "/",
}  # fmt: skip
_SEE = "/rises/new/?name=x&share=4&announced_on=2026-07-01&effective_on=2026-09-01&see=1"
OF_MANAGER = {
    "waterfall by family": "/waterfall/?by=family",
    "waterfall by product": "/waterfall/?by=product",
    "review": "/review/", "review, one section": "/review/?only=leaked",
    "whom a rise of a list meets": f"{_SEE}&of=list%3Alist",
    "whom a rise of a family meets": f"{_SEE}&of=family%3A3",
    "whom a rise of everything meets": _SEE,
}  # fmt: skip


def main(how_many: str, which: str = "mail", only: str = "") -> None:
    """`which`: the pages of mail, or those of trade, asked of a ledger that has it. `only`: those
    whose name has it in it."""
    requests = int(how_many)
    chance = random.Random(1)
    users = chance.sample(list(User.objects.order_by("id")), 20)
    pages = (_of_trade if which == "trade" else _of_mail)(users, chance, requests)
    asked = {name: pages[name] for name in pages if only in name}
    print(json.dumps({name: _asked(paths, chance) for name, paths in asked.items()}))


def _of_mail(users: Sequence[User], chance: random.Random, requests: int) -> dict[str, Asked]:
    """Every page asked by each of the users in turn."""
    cookies = [signed_in(user) for user in users]
    accounts = chance.sample(range(1, Account.objects.count() + 1), requests)
    contacts = _at_accounts(chance, requests)
    paths = {
        "Today": ["/"] * requests,
        "account": [f"/accounts/{account}/" for account in accounts],
        "accounts": ["/accounts/"] * requests,
        "accounts by name": ["/accounts/?sort=name"] * requests,
        "accounts by trend, customers": ["/accounts/?sort=trend&relation=customer"] * requests,
        "accounts held by me": ["/accounts/?sort=last&mine=1"] * requests,
        "contact": [f"/contacts/{contact}/" for contact in contacts],
        "accounts, a search": [f"/accounts/?q={_letters(chance)}" for _ in range(requests)],
    }
    return {name: [(path, cookies) for path in them] for name, them in paths.items()}


def _of_trade(users: Sequence[User], chance: random.Random, requests: int) -> dict[str, Asked]:
    """Of accounts by who sells to them; of the firm by the same people and a manager."""
    manager = [signed_in(User.objects.filter(role=Role.MANAGER).order_by("id")[0])]
    cookies = {user.pk: signed_in(user) for user in users}
    of_seller = {user: them for user in users if (them := _sold_by(user))}
    sold = [
        (chance.choice(of_seller[user]), [cookies[user.pk]])
        for user in chance.choices(list(of_seller), k=requests)
    ]
    return {
        "trade": [(f"/accounts/{one}/trade/", who) for one, who in sold],
        "lines": [(f"/accounts/{one}/trade/lines/", who) for one, who in sold],
        "lines at a step": [
            (f"/accounts/{one}/trade/lines/?step=order_discount", who) for one, who in sold
        ],
        "lines of a product": [
            (f"/accounts/{one}/trade/lines/?product={_bought_by(one)}", who) for one, who in sold
        ],
        "account that trades": [(f"/accounts/{one}/", who) for one, who in sold],
        **_listed(OF_ANYBODY, [*cookies.values(), *manager], requests),
        **_listed(OF_MANAGER, manager, requests),
    }


def _listed(pages: Mapping[str, str], who: list[str], requests: int) -> dict[str, Asked]:
    return {name: [(path, who)] * requests for name, path in pages.items()}


def _sold_by(user: User) -> list[int]:
    """Accounts of their invoices, some of those of the last months."""
    rows = Invoice.objects.filter(salesperson__user=user).order_by("-day")[:300]
    return [account for account in rows.values_list("customer__account", flat=True) if account]


def _bought_by(account_id: int) -> int | None:
    """A product that an account bought: any, as sorted ones would be looked for among all lines."""
    invoice = Invoice.objects.filter(customer__account=account_id).values_list("id", flat=True)[0]
    return InvoiceLine.objects.filter(invoice=invoice).values_list("product", flat=True)[0]


def _at_accounts(chance: random.Random, how_many: int) -> list[int]:
    """People who work at an account: their pages are there for everybody."""
    last = Contact.objects.order_by("-id").values_list("id", flat=True)[0]
    found: set[int] = set()
    while len(found) < how_many:
        place = chance.randint(1, last)
        row = Employment.objects.filter(contact_id__gte=place, until=None).order_by("contact_id")[0]
        found.add(row.contact_id)
    return sorted(found)


def _letters(chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghijklmnoprstu", k=2))


def _asked(pages: Asked, chance: random.Random) -> dict[str, list[Any]]:
    """What the requests took, by what was measured."""
    path, cookies = pages[0]
    answer(path, cookies[0])  # templates are compiled once in a server's life
    found = [asdict(answer(path, chance.choice(cookies))) for path, cookies in pages]
    return {name: [one[name] for one in found] for name in found[0]}
