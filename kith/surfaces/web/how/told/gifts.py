"""What we give, how much of a rise arrives, whom we look after, and what it comes to."""

from django.utils.translation import gettext_lazy as _

from kith.surfaces.web.how.told.text import OURS, Text
from kith.terms.finding import FindingKind

TEXTS = (
    Text(
        ("giveaways_given",),
        _("Giveaways"),
        _("What do we give an account, and does anything come back?"),
        _(
            "Free work, samples, favours, credits and gifts as you noted them, of a year, at their"
            " list price. Amends for a fault of ours are no gift. A gift has 90 days for something"
            " to come back; a later return counts as well."
        ),
        (
            "value = list price of gifts without return / list price of gifts that have had their"
            " 90 days or a return",
            "in a row = gifts of one kind since the last one for which something came back",
        ),
        OURS,
        _("What nobody noted, and whether the order would have come without the gift."),
        (FindingKind.GIVEN_AGAIN,),
        ("giveaways", "lines", "rates"),
    ),
    Text(
        ("rise_realisation",),
        _("Price rises"),
        _("A rise was announced. How much of it arrived?"),
        _(
            "What an account paid for a unit of the same products, in the 13 weeks before the rise"
            " and in the 13 weeks after it, with both quantities weighing alike. Whom somebody let"
            " off is told apart from what just did not come."
        ),
        ("index = sum of p1 * q / sum of p0 * q", "value = (index - 1) / announced"),
        _("The price index is Bennet's (1920), symmetric in both periods. The choices are ours."),
        _("Why it did not arrive; and larger orders at a lower price look like no rise."),
        (FindingKind.WAIVED_AGAIN,),
        ("rises", "waivers", "lines", "conditions", "rates"),
    ),
    Text(
        ("attention",),
        _("Attention"),
        _("Does a customer get more of us than customers who buy as much?"),
        _(
            "Our mails, calls and visits of a year against those to the customers next above and"
            " below by what they bought, within their segment where it is large enough. A mail"
            " counts 1, a call 3, a visit 5."
        ),
        ("value = weight of our touches / the middle one of the comparable customers",),
        OURS,
        _("Hours, which nobody notes, and whether it is a start, a plan or a habit."),
        (FindingKind.OVER_ATTENDED,),
        ("touches", "lines", "giveaways", "accounts", "rates"),
    ),
    Text(
        ("standing",),
        _("Asset or obstacle"),
        _("How close are we to a customer, and does that carry the trade or cost it?"),
        _(
            "Closeness is the place among your customers by mail both ways and by how many people"
            " you know there. Earning weighs the margin against the middle of all customers, what"
            " leaks and what is given away against customers who buy as much, and how the margin"
            " develops. No sum of money stands for a relationship."
        ),
        (
            "close = 0.7 * strength + 0.3 * access, each a place from -1 to 1",
            "part = d / (|d| + half): margin 0.05, leak 0.05, trend 0.20, given 0.01",
            "value = 0.40 margin + 0.25 leak + 0.20 trend + 0.15 given",
        ),
        _(
            "That more ties to an account carry more trade: Palmatier (2008), J. Marketing 72(4)."
            " Weights and scales are ours."
        ),
        _("Why it is so: a customer may be new, in trouble, or dear for a reason of yours."),
        (FindingKind.LEAKING,),
        ("lines", "touches", "giveaways", "accounts", "rates"),
    ),
)
