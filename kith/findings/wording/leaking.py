"""How it is told that a close customer costs more and more."""

from kith.findings.wording.numbers import Names, Numbers
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Take back one concession")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """What never reaches us, beside a year ago and beside others."""
    return [
        say.gettext(
            "{account} is among our closest customers: of 100 at list price, {leak} never reach"
            " us; {before} a year ago, {usual} at similar customers."
        )
    ]
