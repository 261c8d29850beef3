"""Money, shares and prices as pages write them, in the reader's language."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext

UNIT = Decimal(10_000)  # sums are ten-thousandths of the currency's unit
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
MINUS = "\N{MINUS SIGN}"


def money(amount: int, currency: str, *, digits: int = 0) -> str:
    """`€12,340`, `12.340 €`; a currency without a sign of its own by its code."""
    number = written(Decimal(amount) / UNIT, digits)
    signed, plain = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
    if currency in SIGNS:
        return signed + gettext("{sign}{amount}").format(sign=SIGNS[currency], amount=plain)
    text = gettext("{code} {amount}").format(code=currency, amount=plain)
    return signed + text.replace(" ", "\N{NO-BREAK SPACE}")


def percent(share: float, *, digits: int = 1, signed: bool = False) -> str:
    """`22.7%`; `+3.0%` where a rise is told apart from a fall."""
    number = written(Decimal(repr(share)) * 100, digits)
    plus = "+" if signed and share > 0 else ""
    return plus + gettext("{number}%").format(number=number)


def written(number: Decimal, digits: int) -> str:
    """Rounded as one is taught to at school, grouped, with a true minus; nothing has no sign."""
    step = Decimal(1).scaleb(-digits)
    rounded = number.quantize(step, rounding=ROUND_HALF_UP)
    text = number_format(abs(rounded), digits, force_grouping=True)
    return f"{MINUS}{text}" if rounded < 0 else text
