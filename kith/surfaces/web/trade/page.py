"""What the page of trade with an account shows, gathered from the readers."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from kith.ledger.insights.models import Gauge
from kith.ledger.insights.priced import KINDS
from kith.ledger.insights.readers import findings_of_account
from kith.ledger.insights.review_readers import told_of_prices
from kith.ledger.insights.trade_readers import AccountTrade
from kith.ledger.rights.models import User
from kith.ledger.trade.giveaway_readers import giveaways
from kith.ledger.trade.item_readers import product_names, rises_named
from kith.surfaces.money import percent
from kith.surfaces.web.standing.reasons import reasons_of
from kith.surfaces.web.today.context import REASONS, cards
from kith.surfaces.web.trade.pictures import months_of, prices_of, waterfall_of
from kith.surfaces.web.trade.words import FIELDS, STATES, STEPS
from kith.surfaces.words import action_for, manager_sentence

FEW = 4  # giveaways, newest first
IN_PART = ("part", "softened")  # states of which a share says more than their name


@dataclass(frozen=True, slots=True)
class RiseRow:
    """A price rise at this account: what was announced, and the share of it that arrived."""

    id: int
    name: str
    effective: date
    announced: float
    arrived: float | None
    state: str
    missed: int | None


def trade_context(user: User, trade: AccountTrade, *, currency: str) -> dict[str, object]:
    """The pictures and rows of one account's trade."""
    lines = reverse("account_lines", args=[trade.account_id])
    hrefs = {step: f"{lines}?step={step}" for step in STEPS}
    hrefs["free_work"] = f"{reverse('giveaways')}?account={trade.account_id}"
    names = product_names(user, {peer.item_id for peer in trade.peers})
    of_product = {peer.item_id: f"{lines}?product={peer.item_id}" for peer in trade.peers}
    return {
        "trade": trade,
        "sums": trade.sums,
        "waterfall": trade.sums and waterfall_of(trade.sums, currency, hrefs=hrefs),
        "months": months_of(trade.months, currency),
        "prices": prices_of(trade.peers, names, currency, hrefs=of_product),
        "field": field_of(trade.standing),
        "why": reasons_of(trade.standing.parts.get("reasons") or "") if trade.standing else "",
        "position": _position(trade.position),
        "rises": _rises(user, trade),
        "given": giveaways(user, account_id=trade.account_id, limit=FEW),
    }


def to_do(user: User, account_id: int) -> dict[str, object]:
    """What the account's prices ask for: the reader's own findings as cards, and for a manager what
    others were told, in a sentence each."""
    own = [row for row in findings_of_account(user, account_id) if row.kind in KINDS]
    return {
        "cards": cards(user, own),
        "reasons": REASONS,
        "told_of": [
            (manager_sentence(user, row), action_for(row))
            for row in told_of_prices(user, account_id)
        ],
    }


def field_of(standing: Gauge | None) -> str:
    """Where the account stands, in words; '' where nothing can be said."""
    if standing is None or standing.value is None:
        return ""
    name = str(standing.parts.get("field"))
    return gettext(FIELDS[name]) if name in FIELDS else ""


def _position(gauge: Gauge | None) -> dict[str, object] | None:
    """What is paid against comparable customers: more, less, how much, on how much revenue."""
    if gauge is None or gauge.value is None:
        return None
    return {
        "less": gauge.value < 0,
        "share": percent(abs(gauge.value)),
        "low": gauge.low,
        "high": gauge.high,
        "market": gauge.parts.get("market"),
        "revenue": gauge.parts.get("revenue"),
        "compared": gauge.parts.get("revenue_compared"),
        "items": gauge.parts.get("n_items"),
        "leak": gauge.parts.get("leak"),
    }


def _rises(user: User, trade: AccountTrade) -> list[RiseRow]:
    """The newest first."""
    announced = rises_named(user, {gauge.item_id for gauge in trade.rises})
    rows = [
        RiseRow(
            id=gauge.item_id,
            name=rise.name,
            effective=rise.effective_on,
            announced=gauge.parts.get("announced") or 0.0,
            arrived=gauge.value if gauge.parts.get("state") in IN_PART else None,
            state=gettext(STATES.get(gauge.parts.get("state") or "", "")) or "",
            missed=gauge.parts.get("missed"),
        )
        for gauge in trade.rises
        if (rise := announced.get(gauge.item_id)) is not None
    ]
    return sorted(rows, key=lambda row: (row.effective, row.id), reverse=True)
