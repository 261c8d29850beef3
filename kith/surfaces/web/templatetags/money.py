"""Money and shares in templates."""

from django import template

from kith.surfaces import money as words

register = template.Library()


@register.filter
def money(amount: int | None, currency: str) -> str:
    """Whole units; '' where nobody knows."""
    return "" if amount is None else words.money(amount, currency)


@register.filter
def exact(amount: int | None, currency: str) -> str:
    """To the cent."""
    return "" if amount is None else words.money(amount, currency, digits=2)


@register.filter
def percent(share: float | None) -> str:
    """`22.7%`; '' where nobody knows."""
    return "" if share is None else words.percent(share)


@register.filter
def change(share: float | None) -> str:
    """`+3.0%` or `−3.0%`."""
    return "" if share is None else words.percent(share, signed=True)
