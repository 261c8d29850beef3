"""Quantities and round shares in templates."""

from decimal import Decimal

from django import template

from kith.surfaces.money import UNIT, percent, written

register = template.Library()
MOST = 4  # digits that a quantity of ten-thousandths has


@register.filter
def quantity(amount: int | None) -> str:
    """`12`, `2.5`: no more digits than it has; '' where nobody knows."""
    if amount is None:
        return ""
    number = (Decimal(amount) / UNIT).normalize()
    return written(number, min(max(-int(number.as_tuple().exponent), 0), MOST))


@register.filter
def roundly(share: float | None) -> str:
    """`23%`; '' where nobody knows."""
    return "" if share is None else percent(share, digits=0)
