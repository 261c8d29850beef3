"""How it is told that an account hangs on one person."""

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Meet a second person")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Who it hangs on, and on how much mail that is judged."""
    return [
        say.ngettext(
            "Only {contact} writes with us at {account}: {year_touches} mail in a year,"
            " and no exchange with anyone else there.",
            "Only {contact} writes with us at {account}: {year_touches} mails in a year,"
            " and no exchange with anyone else there.",
            whole(numbers, "year_touches"),
        )
    ]
