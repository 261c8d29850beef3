"""The words of the way from list price to margin, and of where an account stands."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop

# In the order in which a price loses them. By the name of the sum.
STEPS: Mapping[str, str] = {
    "order_discount": gettext_noop("Discount on the invoice"),
    "terms": gettext_noop("For paying early"),
    "rebate": gettext_noop("Rebates"),
    "freight": gettext_noop("Freight we paid"),
    "promotion": gettext_noop("Promotion"),
    "free_work": gettext_noop("Given away"),
}
OFF_INVOICE = ("terms", "rebate", "freight", "promotion", "free_work")
# As its own words say it, each field of Asset or obstacle.
FIELDS: Mapping[str, str] = {
    "asset": gettext_noop("Asset: close, and it earns"),
    "earner": gettext_noop("Earns from afar"),
    "obstacle": gettext_noop("Obstacle: close, and it costs"),
    "usual": gettext_noop("Earns about as most do"),
    "distant": gettext_noop("Neither close nor earning"),
}
STATES: Mapping[str, str] = {
    "arrived": gettext_noop("arrived"),
    "part": gettext_noop("arrived in part"),
    "waived": gettext_noop("waived"),
    "softened": gettext_noop("softened"),
    "postponed": gettext_noop("postponed"),
    "early": gettext_noop("too early to say"),
    "no_sales": gettext_noop("nothing sold since"),
}
