"""What every template asks of a finding's numbers."""

from collections.abc import Mapping

Numbers = Mapping[str, object]
Names = Mapping[str, str]


def number(numbers: Numbers, name: str) -> float:
    """The quantity of that name; 0 where it is unknown or no number."""
    value = numbers.get(name) or 0
    return float(value) if isinstance(value, int | float) else 0.0


def whole(numbers: Numbers, name: str) -> int:
    """The same as it is shown, for choosing the form of a sentence by it."""
    return round(number(numbers, name))
