"""How it is told that an account was let off a price rise again."""

from kith.findings.wording.numbers import Names, Numbers, whole, with_decimal
from kith.terms.language import Language, gettext_noop
from kith.terms.trade_words import WaiverKind

ACTION = gettext_noop("Agree on what comes back for it")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Which rise, how often before, and how much less they buy."""
    template = _how(str(numbers["how"]), whole(numbers, "before"), say)
    return [with_decimal(template, numbers, "percent", say)]


def _how(how: str, before: int, say: Language) -> str:
    if how == WaiverKind.SOFTENED:
        return say.ngettext(
            "Price rise of {percent} %: softened for {account}, who were let off the one before"
            " too; they bought {fall} per cent less within a year.",
            "Price rise of {percent} %: softened for {account}, who were let off the {before}"
            " before too; they bought {fall} per cent less within a year.",
            before,
        )
    if how == WaiverKind.POSTPONED:
        return say.ngettext(
            "Price rise of {percent} %: postponed for {account}, who were let off the one before"
            " too; they bought {fall} per cent less within a year.",
            "Price rise of {percent} %: postponed for {account}, who were let off the {before}"
            " before too; they bought {fall} per cent less within a year.",
            before,
        )
    return say.ngettext(
        "Price rise of {percent} %: waived for {account}, who were let off the one before too;"
        " they bought {fall} per cent less within a year.",
        "Price rise of {percent} %: waived for {account}, who were let off the {before} before"
        " too; they bought {fall} per cent less within a year.",
        before,
    )
