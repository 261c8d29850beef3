"""The closed sets of words of trade. Values are what the ledger and the fact tables store."""

from enum import StrEnum


class LineSort(StrEnum):
    """What a line of an invoice is.

    `GOODS`: something sold, at whatever price. `RETURN`: something sold comes back: its quantity
    and its sums are negative. `CHARGE`: postage, bank charges, a manual entry: revenue of no goods.
    `BAD_DEBT`: a claim written off. Prices are compared among `GOODS` alone; the waterfall adds
    goods and returns; charges and bad debt are told beside it.
    """

    GOODS = "goods"
    RETURN = "return"
    CHARGE = "charge"
    BAD_DEBT = "bad_debt"


class ListSort(StrEnum):
    """A price list of ours, or what the market asks, as far as somebody knows it."""

    OURS = "ours"
    MARKET = "market"


class ConditionKind(StrEnum):
    """What is granted off the invoice, by agreement: it never stands on a line."""

    REBATE = "rebate"
    TERMS = "terms"
    FREIGHT = "freight"
    PROMOTION = "promotion"


class GiveawayKind(StrEnum):
    """What was given away. `CREDIT`: a goodwill credit, no return of goods."""

    WORK = "work"
    SAMPLE = "sample"
    FAVOUR = "favour"
    CREDIT = "credit"
    FREIGHT = "freight"
    TERMS = "terms"
    GIFT = "gift"


class WaiverKind(StrEnum):
    """How an account was let off a price rise: wholly, in part, or until later."""

    WAIVED = "waived"
    SOFTENED = "softened"
    POSTPONED = "postponed"
