"""How it is told that we write to an account no more."""

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Call or write")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Our pause beside our longest, and on how many days they wrote since."""
    return [
        say.ngettext(
            "Nobody here has written to {account} for {elapsed} day; the longest pause in the year"
            " before was {longest_gap}.",
            "Nobody here has written to {account} for {elapsed} days; the longest pause in the year"
            " before was {longest_gap}.",
            whole(numbers, "elapsed"),
        ),
        say.ngettext(
            "They wrote on {in_since} day since.",
            "They wrote on {in_since} days since.",
            whole(numbers, "in_since"),
        ),
    ]
