"""How much of a price rise arrived, in templates."""

from django import template

from kith.surfaces import money

register = template.Library()


@register.filter
def whole(share: float | None) -> str:
    """`61%`; '' where nobody knows."""
    return "" if share is None else money.percent(share, digits=0)
