"""How it is told that a customer gets far more of us than others."""

from kith.findings.wording.numbers import Names, Numbers
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Ask what the next visit is for")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """How often we were in touch, and what customers who buy as much get."""
    return [
        say.gettext(
            "{account} got {touches} mails, calls and visits from us in a year; customers who buy"
            " as much get about {usual}."
        )
    ]
