"""How it is told who may have the say: always with a "may", as it is a hint."""

from kith.findings.wording.numbers import Names, Numbers, number

ACTION = "Ask for an introduction"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """How many there write to them, and to the one we know best."""
    if number(numbers, "known") == 0:
        return [
            "{contact} may decide at {account}: {writers} people there write to them, nobody to"
            " the one we know best. Nobody here has written yet."
        ]
    return [
        "{contact} may decide at {account}: {writers} people there write to them, {known} to"
        " the one we know best. Nobody here has written yet."
    ]
