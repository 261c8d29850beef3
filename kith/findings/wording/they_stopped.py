"""How it is told that an account answers no more."""

from kith.findings.wording.numbers import Names, Numbers, number

ACTION = "Call them"

_PAUSE = (
    "Nobody at {account} has written for {elapsed} days; the longest pause in the year before was"
    " {longest_gap}."
)


def parts(numbers: Numbers, names: Names) -> list[str]:
    """Their pause beside their longest, and how often who of us wrote since."""
    if "colleague" not in names and number(numbers, "colleagues") == 1:
        return [_PAUSE, "You wrote {n_out} times since."]
    return for_manager(numbers, names)


def for_manager(numbers: Numbers, names: Names) -> list[str]:
    """The same, with the colleague who wrote by name."""
    if "colleague" in names:
        return [_PAUSE, "{colleague} wrote {n_out} times since."]
    return [_PAUSE, "We wrote {n_out} times since."]
