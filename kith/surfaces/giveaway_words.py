"""What kinds of giveaways and ways of being let off a rise are called on pages."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop, pgettext

from kith.terms.trade_words import GiveawayKind, WaiverKind

_GIVEN: Mapping[str, str] = {
    GiveawayKind.WORK: gettext_noop("Free work"),
    GiveawayKind.SAMPLE: gettext_noop("Sample"),
    GiveawayKind.FAVOUR: gettext_noop("Favour"),
    GiveawayKind.CREDIT: gettext_noop("Goodwill credit"),
    GiveawayKind.FREIGHT: gettext_noop("Carriage"),
    GiveawayKind.TERMS: gettext_noop("Longer time to pay"),
    GiveawayKind.GIFT: gettext_noop("Gift"),
}


def given_name(kind: str) -> str:
    """`Free work`, in the reader's language; the word itself where it is none of ours."""
    return gettext(_GIVEN.get(kind, kind))


def given_names() -> list[tuple[str, str]]:
    """Every kind with its name, in the order in which they are offered."""
    return [(str(kind), gettext(name)) for kind, name in _GIVEN.items()]


def waived_name(kind: str) -> str:
    """`waived`, in the reader's language; the word itself where it is none of ours."""
    return dict(waived_names()).get(kind, kind)


def waived_names() -> list[tuple[str, str]]:
    """Every way of being let off a rise with its name, in the order in which they are offered."""
    return [
        (str(WaiverKind.WAIVED), pgettext("a price rise", "waived")),
        (str(WaiverKind.SOFTENED), pgettext("a price rise", "softened")),
        (str(WaiverKind.POSTPONED), pgettext("a price rise", "postponed")),
    ]
