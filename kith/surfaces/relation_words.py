"""What an account is to us, and why it is guessed, in words: for pages and commands alike."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop

from kith.terms.words import Relation

_NAMES: Mapping[str, str] = {
    Relation.CUSTOMER: gettext_noop("customer"),
    Relation.PROSPECT: gettext_noop("prospect"),
    Relation.PARTNER: gettext_noop("partner"),
    Relation.SUPPLIER: gettext_noop("supplier"),
    Relation.PRIVATE: gettext_noop("private"),
    Relation.NOISE: gettext_noop("noise"),
}
_THOUGHT: Mapping[str, str] = {
    Relation.CUSTOMER: gettext_noop("we think a customer"),
    Relation.PROSPECT: gettext_noop("we think a prospect"),
    Relation.PARTNER: gettext_noop("we think a partner"),
    Relation.SUPPLIER: gettext_noop("we think a supplier"),
    Relation.PRIVATE: gettext_noop("we think private"),
    Relation.NOISE: gettext_noop("we think noise"),
}
# By the codes of the signal `relations`.
_REASONS: Mapping[str, str] = {
    "they_order": gettext_noop("They order from us, or we send them offers and invoices."),
    "we_order": gettext_noop("We order from them, or they send us invoices."),
    "asks_prices": gettext_noop("They ask us for prices, offers or dates."),
    "they_pitch": gettext_noop("They offer us things that nobody asked for."),
    "robot_only": gettext_noop("Only machines write from there."),
    "list_only": gettext_noop("Only newsletters and mailing lists come from there."),
    "travel": gettext_noop("They send bookings, tickets or parcels."),
    "recruiting": gettext_noop("They offer candidates or jobs."),
    "bank": gettext_noop("A bank, or one that moves payments."),
    "two_way_no_trade": gettext_noop("We write to each other, and hardly ever about trade."),
    "said": gettext_noop("Somebody here said so."),
}

_SUGGESTS = gettext_noop("The mail between us suggests it.")


def relation_name(relation: Relation | str) -> str:
    """`customer`."""
    return gettext(_NAMES[relation])


def thought_name(relation: Relation | str) -> str:
    """`we think a customer`."""
    return gettext(_THOUGHT[relation])


def why_thought(reason: str) -> str:
    """What speaks for a guess, as a sentence; of a reason that has none, that mail suggests it."""
    return gettext(_REASONS.get(reason) or _SUGGESTS)
