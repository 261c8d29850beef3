"""How it is told that somebody is new at an account."""

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Introduce yourself")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Who, since when, and that nobody has welcomed them."""
    return [
        say.ngettext(
            "{contact} is new at {account}: in {mails} mail of the last {days_ago} days;"
            " nobody here has written to them yet.",
            "{contact} is new at {account}: in {mails} mails of the last {days_ago} days;"
            " nobody here has written to them yet.",
            whole(numbers, "mails"),
        )
    ]
