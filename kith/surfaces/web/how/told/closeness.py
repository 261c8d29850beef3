"""How close we are, and whether it goes both ways."""

from django.utils.translation import gettext_lazy as _

from kith.surfaces.web.how.told.text import OURS, Text
from kith.terms.finding import FindingKind

TEXTS = (
    Text(
        ("ties", "contact_ties"),
        _("Ties"),
        _("Who of us is in touch with whom, in both directions, and how recently?"),
        _(
            "Every mail counts, half as much after thirty days, less where it went to many; what"
            " they sent counts twice what we sent."
        ),
        (
            "w = 2 ** (-days / 30) / sqrt(recipients)",
            "value = sum of w over theirs + 1/2 * sum of w over ours",
        ),
        _(
            "A fading sum over both directions, after Roth et al. (2010), Suggesting friends using"
            " the implicit social graph, KDD. The choices in it are ours."
        ),
        _("How close two people are: mail shows time and whether it goes both ways, no more."),
    ),
    Text(
        ("account_ties",),
        _("Two sides"),
        _("Who writes, they or we, and has one side stopped?"),
        _(
            "Days on which each side wrote, over a year. One side stopped where it is silent for"
            " longer than ever in that year though the other went on, after three months in touch."
        ),
        ("value = sum of w over theirs + 1/2 * sum of w over ours", "change = value / past - 1"),
        OURS,
        _("What was said by telephone, or by people whose mail Kith does not have."),
        (FindingKind.THEY_STOPPED, FindingKind.WE_STOPPED, FindingKind.ONE_SIDED),
    ),
    Text(
        ("balance", "account_balance"),
        _("Who starts"),
        _("Do they come to us too, or is it always we who begin?"),
        _(
            "A start is the first mail after two weeks without one. Of a year's starts it counts"
            " how many were ours; below eight it says nothing."
        ),
        (
            "share of ours = (started by us + 1) / (starts + 2)",
            "reciprocity = 2 * min(theirs, ours) / (theirs + ours)",
        ),
        OURS,
        _("Who took up the telephone first."),
    ),
    Text(
        ("decay", "firm_decay"),
        _("Who is still there"),
        _("Of those you were in touch with a year ago, how many still are?"),
        _("People with mail both ways in the year before, and how many of them have it this year."),
        ("value = kept / n, with Wilson's interval",),
        _(
            "Counted as in Burt (2002), Bridge decay, Social Networks 24; the interval is that of"
            " Wilson (1927). The choices in it are ours."
        ),
        _("Why somebody is gone. Everybody sees the firm's own number and nobody else's."),
        reads=("touches", "contacts"),
    ),
    Text(
        ("months",),
        _("Month by month"),
        _("Has it grown or dwindled over two years, and on which side first?"),
        _("Mails of each calendar month, theirs and ours apart, of the last 24 months."),
        ("value = all of them / 24",),
        OURS,
        _("Whether a month was thin because nothing was to be said."),
    ),
    Text(
        ("last_two_way",),
        _("Last contact both ways"),
        _("When had both sides last spoken: who of us, with whom of them, and how?"),
        _(
            "The earlier day of their last mail and ours: the last day by which both had spoken."
            " Who and how is told by the mail of that day."
        ),
        ("day = least(last day of theirs, last day of ours)",),
        OURS,
        _("What was said, and whether they spoke where nobody recorded it."),
    ),
)  # fmt: skip
