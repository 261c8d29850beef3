"""Who holds an account, who is new there, who may decide, and what the organisation is to us."""

from django.utils.translation import gettext_lazy as _

from kith.surfaces.web.how.told.text import OURS, Text
from kith.terms.finding import FindingKind

TEXTS = (
    Text(
        ("breadth",),
        _("How many hold an account"),
        _("If one person left, there or here, who would still know whom?"),
        _("People of the account, and of ours, with mail both ways within the year."),
        ("effective people = exp(-sum of s * ln s), s: each one's share of their mail",),
        _(
            "That a customer is held better by several people: Palmatier (2008), J. Marketing"
            " 72(4). The choices in it are ours."
        ),
        _("Whom one knows without mail."),
        (FindingKind.HANGS_ON_ONE,),
    ),
    Text(
        ("leaving",),
        _("If a colleague left"),
        _("At which accounts would nobody here know anyone?"),
        _(
            "Two people know each other where mail went both ways between them within the year. For"
            " each colleague and account: whom they know there, and how many others here do."
        ),
        ("value = activities with the colleague in them / all of the account's",),
        OURS,
        _("Whom one knows without mail, and who would take over."),
        (FindingKind.HELD_BY_ONE,),
    ),
    Text(
        ("newcomers",),
        _("Newcomers"),
        _("Who is new at an account that we know well?"),
        _("People whose first mail with us is recent, at an account with mail both ways."),
        (),
        OURS,
        _("Whether they are new there, or only new to our mail."),
        (FindingKind.NEWCOMER,),
    ),
    Text(
        ("authority",),
        _("Who may have the say"),
        _("Whom do most people there turn to, and do we know them?"),
        _("How many different people wrote to somebody in a year, not how much. Always a hint."),
        ("value = people of theirs + people of ours who wrote to them",),
        OURS,
        _("Anybody's rank: it is a guess from who is in the mail."),
        (FindingKind.NO_SAY,),
    ),
    Text(
        ("relations",),
        _("Who is who"),
        _("Is this organisation a customer, a supplier, or nobody we trade with?"),
        _(
            "Who orders, offers, pays and complains in the mails gives points to each answer; lists"
            " and machines speak for noise. The guess is shown with its reason, and what a person"
            " says always wins."
        ),
        ("points of an evidence = weight * n / (n + 1)", "value = best / (sum of all points + 1)"),
        OURS,
        _("What is only spoken of on the telephone."),
        reads=("touches", "accounts"),
    ),
)  # fmt: skip
