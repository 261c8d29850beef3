"""How it is told that we write to an account no more."""

from kith.findings.wording.numbers import Names, Numbers

ACTION = "Call or write"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """Our pause beside our longest, and on how many days they wrote since."""
    return [
        "Nobody here has written to {account} for {elapsed} days; the longest pause in the year"
        " before was {longest_gap}.",
        "They wrote on {in_since} days since.",
    ]
