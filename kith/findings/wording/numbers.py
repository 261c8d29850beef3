"""What every template asks of a finding's numbers."""

from collections.abc import Mapping

from kith.terms.language import Language

Numbers = Mapping[str, object]
Names = Mapping[str, str]


def number(numbers: Numbers, name: str) -> float:
    """The quantity of that name; 0 where it is unknown or no number."""
    value = numbers.get(name) or 0
    return float(value) if isinstance(value, int | float) else 0.0


def whole(numbers: Numbers, name: str) -> int:
    """The same as it is shown, for choosing the form of a sentence by it."""
    return round(number(numbers, name))


def with_decimal(template: str, numbers: Numbers, name: str, say: Language) -> str:
    """`template` with a number that is shown with one decimal, where it has one: 3.5, and 4."""
    tenths = round(number(numbers, name) * 10)
    if tenths % 10 == 0:
        return template.replace(f"{{{name}}}", str(tenths // 10))
    shown = say.gettext("{whole}.{tenths}").format(whole=tenths // 10, tenths=tenths % 10)
    return template.replace(f"{{{name}}}", shown)
