"""What an account is to us, and why it is guessed, in words: for pages and commands alike."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop, ngettext

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
# By the codes of the signal `relations`: for a customer or prospect, a supplier, noise, nothing.
_REASONS: Mapping[str, str] = {
    "they_order": gettext_noop("They order from us."),
    "we_confirm": gettext_noop("We confirm their orders."),
    "we_invoice": gettext_noop("We send them invoices."),
    "they_pay": gettext_noop("They pay us."),
    "they_complain": gettext_noop("They come to us with complaints."),
    "they_ask": gettext_noop("They ask us for prices, offers or dates."),
    "we_offer": gettext_noop("We make them offers."),
    "we_pitch": gettext_noop("We offer them things unasked."),
    "we_order": gettext_noop("We order from them."),
    "they_confirm": gettext_noop("They confirm our orders."),
    "they_invoice": gettext_noop("They send us invoices."),
    "we_pay": gettext_noop("We pay them."),
    "we_complain": gettext_noop("We go to them with complaints."),
    "we_ask": gettext_noop("We ask them for prices, offers or dates."),
    "they_offer": gettext_noop("They make us offers."),
    "advice": gettext_noop("Lawyers, accountants or advisers, by their name."),
    "both_ways": gettext_noop("They buy from us, and we from them."),
    "webmail": gettext_noop("A host of private mailboxes, by its name."),
    "robot_only": gettext_noop("Machines write from there, hardly anybody else."),
    "list_only": gettext_noop("Newsletters and mailing lists come from there."),
    "they_pitch": gettext_noop("They offer us things that nobody asked for."),
    "recruiting": gettext_noop("They offer candidates or jobs."),
    "travel": gettext_noop("They send bookings, tickets or parcels."),
    "bank": gettext_noop("A bank, or one that moves payments, by its name."),
    "news": gettext_noop("They bring news, by their name."),
    "public": gettext_noop("An authority or a school, and nobody here writes to it."),
    "unanswered": gettext_noop("They write, and nobody here ever answered."),
    "abroad": gettext_noop("From a country where we write to nobody."),
    "unclear": gettext_noop("The mail speaks for two things at once."),
    "two_way_no_trade": gettext_noop("We write to each other, and not about trade."),
    "one_way_no_trade": gettext_noop("Only one side writes, and not about trade."),
    "too_little": gettext_noop("There is too little mail to say."),
    "said": gettext_noop("Somebody here said so."),
}
# Those that count mails which say so.
_COUNTED = frozenset([
    "they_order", "we_confirm", "we_invoice", "they_pay", "they_complain", "they_ask", "we_offer",
    "we_pitch", "we_order", "they_confirm", "they_invoice", "we_pay", "we_complain", "we_ask",
    "they_offer", "they_pitch", "recruiting", "travel",
])  # fmt: skip
_SUGGESTS = gettext_noop("The mail between us suggests it.")


def relation_name(relation: Relation | str) -> str:
    """`customer`."""
    return gettext(_NAMES[relation])


def thought_name(relation: Relation | str) -> str:
    """`we think a customer`."""
    return gettext(_THOUGHT[relation])


def why_thought(reason: str, mails: int = 0) -> str:
    """What speaks for a guess, or why there is none, as a sentence; with how many mails say so,
    where they do. Of a reason that has no sentence: that mail suggests it."""
    why = gettext(_REASONS.get(reason) or _SUGGESTS)
    if reason not in _COUNTED or not mails:
        return why
    count = ngettext("One mail says so.", "%(mails)d mails say so.", mails) % {"mails": mails}
    return f"{why} {count}"
