"""The pictures of trade, with their words."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext

from kith.figures.bridge import Part
from kith.figures.columns import Column, columns
from kith.figures.figure import Figure
from kith.figures.spread import Spread, spread
from kith.figures.waterfall import Level, WaterfallWords, waterfall
from kith.ledger.insights.trade_readers import Month, PeerPrice, Sums
from kith.surfaces.money import money, percent
from kith.surfaces.web.trade.words import OFF_INVOICE, STEPS


def waterfall_of(sums: Sums, currency: str, *, hrefs: Mapping[str, str]) -> Figure | None:
    """From the list to what stays and to the margin; None where nothing was sold at all.

    `hrefs`: where the lines of a step are, by its name; a step without one opens nothing.
    """
    if not sums.n:
        return None
    words = WaterfallWords(
        written=lambda amount: money(amount, currency),
        share=percent,
        before=gettext("A year before"),
        head=(
            gettext("Step"), gettext("Last 12 months"), gettext("Of the list"),
            gettext("The 12 before"),
        ),
    )  # fmt: skip
    says = gettext("From {list} at list prices, {pocket} stay and {margin} are margin").format(
        list=money(sums.list, currency),
        pocket=money(sums.pocket, currency),
        margin=money(sums.margin, currency),
    )
    levels = [
        Level(gettext("At list prices"), sums.list, before=sums.before_list),
        Level(
            gettext("Invoiced"), sums.invoice, _falls(sums, ("order_discount",), hrefs),
            sums.before_invoice,
        ),
        Level(
            gettext("What stays"), sums.pocket, _falls(sums, OFF_INVOICE, hrefs),
            sums.before_pocket, "kept",
        ),
    ]  # fmt: skip
    if sums.n > sums.n_no_cost:
        levels.append(
            Level(gettext("Margin"), sums.margin, _costs(sums), sums.before_margin, "kept", "cost")
        )
    return waterfall(levels, words=words, says=says)


def _falls(sums: Sums, names: Sequence[str], hrefs: Mapping[str, str]) -> list[Part]:
    """What leads from one level to the next; steps at which nothing is lost are left out."""
    return [
        Part(gettext(STEPS[name]), -getattr(sums, name), hrefs.get(name, ""))
        for name in names
        if getattr(sums, name)
    ]


def _costs(sums: Sums) -> list[Part]:
    costs = [Part(gettext("What it cost us"), -sums.cost)]
    if sums.uncosted:
        costs.append(Part(gettext("Sold at a cost nobody knows"), -sums.uncosted))
    return costs


def months_of(months: Sequence[Month], currency: str) -> Figure | None:
    """Revenue and margin by month; None where nothing was sold in all of them."""
    if not any(month.revenue for month in months):
        return None
    first = next(place for place, month in enumerate(months) if month.revenue)
    shown = months[first:]
    labelled = [
        shown[0].month.month == 1,
        *(a.month.year != b.month.year for a, b in pairwise(shown)),
    ]
    steps = [
        Column(
            date_format(month.month, "MONTH_YEAR"), month.revenue, month.margin,
            str(month.month.year) if is_first else "",
        )
        for month, is_first in zip(shown, labelled, strict=True)
    ]  # fmt: skip
    return columns(
        steps,
        written=lambda amount: money(amount, currency),
        says=gettext("Revenue and margin by month, {n} months").format(n=len(steps)),
        head=(gettext("Month"), gettext("Revenue"), gettext("Margin")),
    )


def prices_of(
    peers: Sequence[PeerPrice], names: Mapping[int, str], currency: str, *, hrefs: Mapping[int, str]
) -> Figure | None:
    """What is paid for each product, against what others pay; None without any."""
    rows = [
        Spread(
            name=names.get(peer.item_id, ""),
            value=peer.share,
            low=_end(peer, peer.low_price),
            high=_end(peer, peer.high_price),
            says=percent(peer.share, signed=True),
            told=(
                money(peer.paid, currency, digits=2),
                money(peer.expected, currency, digits=2),
                _band(peer, currency),
                str(peer.customers),
                money(peer.leak, currency),
            ),
            href=hrefs.get(peer.item_id, ""),
        )
        for peer in peers
        if peer.expected
    ]
    if not rows:
        return None
    head = (
        gettext("Product"), gettext("Pays"), gettext("Others pay"), gettext("Eight of ten pay"),
        gettext("Others"), gettext("Left in a year"),
    )  # fmt: skip
    says = gettext("Prices of {n} products against what others pay").format(n=len(rows))
    return spread(rows, middle=0.0, axis=lambda value: percent(value, digits=0, signed=True),
                  says=says, head=head)  # fmt: skip


def _end(peer: PeerPrice, price: int | None) -> float:
    """An end of the band as a difference to what is expected; where nobody knows it, that."""
    return (peer.expected if price is None else price) / peer.expected - 1


def _band(peer: PeerPrice, currency: str) -> str:
    if peer.low_price is None or peer.high_price is None:
        return ""
    low, high = (money(price, currency, digits=2) for price in (peer.low_price, peer.high_price))
    return f"{low} – {high}"
