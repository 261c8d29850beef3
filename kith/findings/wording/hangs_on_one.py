"""How it is told that an account hangs on one person."""

from kith.findings.wording.numbers import Names, Numbers

ACTION = "Meet a second person"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """Who it hangs on, and on how much mail that is judged."""
    return [
        "Only {contact} writes with us at {account}: {year_touches} mails in a year,"
        " and no exchange with anyone else there."
    ]
