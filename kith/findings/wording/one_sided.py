"""How it is told that of two sides one alone writes."""

from kith.findings.wording.numbers import Names, Numbers, number

ACTION = "Call them"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """Who wrote how often, and that nobody answered."""
    alone = number(numbers, "n_out") and number(numbers, "colleagues") == 1
    if alone and "colleague" not in names:
        return ["You wrote {n_out} times in {span} days; nobody at {account} answered."]
    return for_manager(numbers, names)


def for_manager(numbers: Numbers, names: Names) -> list[str]:
    """The same, with the colleague who wrote by name."""
    if not number(numbers, "n_out"):
        return ["{account} wrote {n_in} times in {span} days; nobody here has answered."]
    if "colleague" in names:
        return ["{colleague} wrote {n_out} times in {span} days; nobody at {account} answered."]
    return ["We wrote {n_out} times in {span} days; nobody at {account} answered."]
