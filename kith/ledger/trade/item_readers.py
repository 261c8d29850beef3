"""Names of what is sold. Everybody in the firm may see that a product exists."""

from collections.abc import Collection

from kith.ledger.rights.models import User
from kith.ledger.trade.models import Family, PriceRise, Product


def product_names(user: User, product_ids: Collection[int]) -> dict[int, str]:  # noqa: ARG001
    """Names of products, by their numbers where they have no other."""
    rows = Product.objects.filter(id__in=product_ids).values_list("id", "name", "number")
    return {pk: name or number for pk, name, number in rows}


def family_names(user: User, family_ids: Collection[int]) -> dict[int, str]:  # noqa: ARG001
    """Names of families of products."""
    return dict(Family.objects.filter(id__in=family_ids).values_list("id", "name"))


def rises_named(user: User, rise_ids: Collection[int]) -> dict[int, PriceRise]:  # noqa: ARG001
    """Price rises as they were announced."""
    return PriceRise.objects.in_bulk(list(rise_ids))
