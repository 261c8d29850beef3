"""What people of the demo's firm type of trade, through the ledger's writers: rises, who was let
off them, giveaways and what came back.

All of it is known as of its own day, so that past days see it.
"""

from datetime import date, timedelta

from kith.demo.deal import Gift, LetOff
from kith.demo.trade import prices
from kith.demo.trade.buyers import Buyer, buyers
from kith.demo.trade.gifts import came_back_on, gifts, given_on
from kith.ledger.people.models import Account, Colleague, Contact
from kith.ledger.people.names import fold
from kith.ledger.people.readers import account_by_domain
from kith.ledger.rights.models import User
from kith.ledger.trade.giveaway_writers import came_back, give
from kith.ledger.trade.models import PriceRise
from kith.ledger.trade.rise_writers import announce, waive

UNIT, MILLIONTHS = 10_000, 1_000_000
_GRANTED = timedelta(days=20)  # before a rise holds


def type_trade(clock: date, *, manager: User) -> None:
    """Rises by the manager; the rest by whoever looks after the account."""
    rises = [_announced(one, manager) for one in prices.rises(clock)]
    for buyer in buyers():
        account = account_by_domain(buyer.account.domain)
        if account is None:
            continue
        colleague = Colleague.objects.get(address__address=buyer.account.owner)
        for let in buyer.deal.let_off:
            _waived(let, rises[let.rise - 1], account, colleague, clock)
        for gift in gifts(buyer):
            _given(gift, buyer, account, colleague, clock)


def _announced(rise: prices.Rise, manager: User) -> PriceRise:
    return announce(
        name=f"{prices.LIST} {rise.effective:%Y}", share=round(rise.share * MILLIONTHS),
        announced_on=rise.announced, effective_on=rise.effective, known_day=rise.announced,
        price_list_key=fold(prices.LIST), actor=manager,
    )  # fmt: skip


def _waived(
    let: LetOff, rise: PriceRise, account: Account, colleague: Colleague, clock: date
) -> None:
    day = rise.effective_on - _GRANTED if let.ago is None else clock - timedelta(let.ago)
    waive(
        rise, account, kind=let.kind, share=round(let.paid * MILLIONTHS) or None,
        until=rise.effective_on + timedelta(let.days) if let.days else None, granted_by=colleague,
        why=let.why, day=day, known_day=day, actor=colleague.user,
    )  # fmt: skip


def _given(gift: Gift, buyer: Buyer, account: Account, colleague: Colleague, clock: date) -> None:
    day = given_on(gift, clock)
    written = give(
        account, kind=gift.kind, what=gift.what, day=day, value_list=gift.value * UNIT,
        value_cost=gift.cost * UNIT, currency=buyer.currency, contact=_first(buyer),
        agreed_by=colleague, why=gift.why, after_complaint=gift.complaint, known_day=day,
        actor=colleague.user,
    )  # fmt: skip
    if back := came_back_on(gift, clock):
        came_back(written, what=gift.back, day=back, actor=colleague.user)


def _first(buyer: Buyer) -> Contact | None:
    """The first of the customer's people in its file, where mail has shown them."""
    address = buyer.account.contacts[0].address
    return Contact.objects.filter(address__address=address).first()
