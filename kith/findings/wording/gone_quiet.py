"""How it is told that somebody has gone quiet."""

from kith.findings.wording.numbers import Names, Numbers, number

ACTION = "Call or write"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """Their rhythm, and what is open: their request, or what we wrote since."""
    if number(numbers, "open_question"):
        return [_rhythm(numbers), "Their last request has no answer."]
    return [_rhythm(numbers), since(number(numbers, "out_since"))]


def for_manager(numbers: Numbers, names: Names) -> list[str]:
    """The same without what stands in a mail: that their last one asks for something."""
    return [_rhythm(numbers), since(number(numbers, "out_since"))]


def _rhythm(numbers: Numbers) -> str:
    if number(numbers, "typical_gap") >= 2:
        return "{contact} ({account}) writes about every {typical_gap} days; it has been {elapsed}."
    if number(numbers, "longest_gap") == 1:
        return "{contact} ({account}) writes every day; it has been {elapsed} days."
    return (
        "{contact} ({account}) writes almost daily and never paused for more than"
        " {longest_gap} days; it has been {elapsed}."
    )


def since(touches: float) -> str:
    """Small numbers as words, each a sentence of its own: no language builds them alike."""
    few = (
        "Nobody here has written since.",
        "We wrote once since.",
        "We wrote twice since.",
        "We wrote three times since.",
        "We wrote four times since.",
        "We wrote five times since.",
    )
    return few[int(touches)] if touches < len(few) else "We wrote {out_since} times since."
