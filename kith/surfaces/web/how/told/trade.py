"""What a sale is worth on its way from the list to the pocket."""

from django.utils.translation import gettext_lazy as _

from kith.surfaces.web.how.told.text import OURS, Text
from kith.terms.finding import FindingKind

_SOLD = ("lines", "list_prices", "conditions", "giveaways")

TEXTS = (
    Text(
        (
            "waterfall",
            "account_waterfall",
            "family_waterfall",
            "product_waterfall",
            "colleague_waterfall",
        ),
        _("From the list price to what is left"),
        _("Of what things are worth by our list, how much is left, and where did the rest go?"),
        _(
            "Each line's list price, less the discount on the order, less what is granted after the"
            " invoice: terms, rebates, freight, promotions; less what was given away. Returns count"
            " against it. Every sum is converted by the rate of its day and rounded there, so all"
            " levels add up to the same. What leaks is told of lines with a list price; what is of"
            " no line, of all of them."
        ),
        (
            "leak share = (list - pocket) / list, of lines with a list price",
            "  + what was granted or given to the account as a whole / list",
            "pocket = invoice - terms - rebates - freight - promotions - given away",
            "margin = pocket of lines whose cost is known - their cost - what is account-wide",
        ),
        _("Marn and Rosiello (1992), Harvard Business Review 70(5). What counts as what is ours."),
        _("Whether what was granted was worth it; hours and freight that nobody wrote down."),
        (FindingKind.DISCOUNT_SPREAD,),
        _SOLD,
    ),
    Text(
        ("trade_months",),
        _("Sales by month"),
        _("Have revenue and margin grown or dwindled over three years?"),
        _(
            "What was invoiced for goods in each calendar month, less returns; and of lines whose"
            " cost is known what was left over it."
        ),
        (),
        OURS,
        _("Why. The last month is not over."),
        reads=_SOLD,
    ),
    Text(
        ("peer_price", "price_position"),
        _("Price beside others"),
        _("Does this customer pay what others pay for the same, at that quantity?"),
        _(
            "Each line of the last twelve months is set against other customers' lines of the same"
            " product and a like quantity; five lines of three others at least. Expected is the"
            " price in the middle. Where too few bought as much, a regression over all lines says"
            " what they would pay. The band leaves one in ten of the others out on each side."
        ),
        (
            "leak = sum over lines of max(0, expected - paid) * quantity",
            "position = paid / expected - 1, over all lines compared",
            "ln p = the product's level + b ln(quantity) + quarter + another country",
        ),
        _(
            "A hidden line should lie in the band four times in five; on a wholesaler's real"
            " invoices 797 of 1,000 did. The choices in it are ours."
        ),
        _("Which price is right: contracts, bundles and freight differ."),
        reads=("lines", "list_prices"),
    ),
)
