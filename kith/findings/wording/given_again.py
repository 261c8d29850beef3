"""How it is told that a gift has become a habit."""

from collections.abc import Mapping

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop
from kith.terms.trade_words import GiveawayKind

ACTION = gettext_noop("Ask for something in return")
_TIMES: Mapping[str, str] = {
    GiveawayKind.WORK: gettext_noop(
        "{account} got free work {times} times in a row; nothing came back for it."
    ),
    GiveawayKind.SAMPLE: gettext_noop(
        "{account} got free samples {times} times in a row; nothing came back for them."
    ),
    GiveawayKind.FAVOUR: gettext_noop(
        "{account} got a favour {times} times in a row; nothing came back for it."
    ),
    GiveawayKind.CREDIT: gettext_noop(
        "{account} got a goodwill credit {times} times in a row; nothing came back for it."
    ),
    GiveawayKind.FREIGHT: gettext_noop(
        "{account} got free delivery {times} times in a row; nothing came back for it."
    ),
    GiveawayKind.TERMS: gettext_noop(
        "{account} got more time to pay {times} times in a row; nothing came back for it."
    ),
    GiveawayKind.GIFT: gettext_noop(
        "{account} got a gift {times} times in a row; nothing came back for it."
    ),
}


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """What, how many times, and when it was last given."""
    return [say.gettext(_TIMES[str(numbers["gift"])]), _last(whole(numbers, "days_ago"), say)]


def _last(days_ago: int, say: Language) -> str:
    if days_ago == 0:
        return say.gettext("The last time was today.")
    if days_ago == 1:
        return say.gettext("The last time was yesterday.")
    return say.gettext("The last time was {days_ago} days ago.")
