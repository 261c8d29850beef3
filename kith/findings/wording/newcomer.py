"""How it is told that somebody is new at an account."""

from kith.findings.wording.numbers import Names, Numbers

ACTION = "Introduce yourself"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """Who, since when, and that nobody has welcomed them."""
    return [
        "{contact} is new at {account}: in {mails} mails of the last {days_ago} days;"
        " nobody here has written to them yet."
    ]
