"""How often they write, how soon somebody answers, and on which days nobody does."""

from django.utils.translation import gettext_lazy as _

from kith.surfaces.web.how.told.text import OURS, Text
from kith.terms.finding import FindingKind

TEXTS = (
    Text(
        ("silence",),
        _("Silence"),
        _("They have not written for a while. Is that longer than their habit?"),
        _(
            "The days between their last mails, without weekends, holidays and absences they"
            " announced, give their rhythm. An alarm needs a silence longer than any of their last"
            " ten gaps, of fourteen days at least, where mail went both ways."
        ),
        (
            "x = k * days of silence that count / mean gap",
            "value = 1 - exp(-x) * (1 + x + ... + x ** (k - 1) / (k - 1)!)",
        ),
        _(
            "Gaps that follow a Gamma law, each person's mean drawn towards everybody's while they"
            " are few: Wheat and Morrison (1990), J. Marketing Research 27. The choices in it are"
            " ours."
        ),
        _("That they have stopped: a call, a chat or a holiday nobody told of look the same."),
        (FindingKind.GONE_QUIET, FindingKind.CONTACT_GONE),
        ("touches", "contacts", "notices"),
    ),
    Text(
        ("threads_open",),
        _("Open questions"),
        _("In which threads is the last word theirs, and does it ask for something?"),
        _(
            "The newest mail of a thread comes from outside, its new text asks, it went to few, and"
            " nobody here wrote to that person since, in any thread, for two days that count."
        ),
        (),
        OURS,
        _("Whether somebody answered by telephone."),
        (FindingKind.UNANSWERED,),
    ),
    Text(
        ("answers", "latency"),
        _("Time to answer"),
        _("How long do they take to answer us, and how long do you take?"),
        _(
            "Working hours from a question to the next mail of the one who was asked, in the same"
            " thread. What still waits counts as at least as long as it has waited. Said from six"
            " questions on. Your own times are yours alone."
        ),
        (
            "S(t) = product over waits up to t of (1 - answered / waiting)",
            "value = the first t with S(t) <= 1/2",
        ),
        _(
            "Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, J."
            " American Statistical Association 53. The choices in it are ours."
        ),
        _("Whether a call answered it, or who was on holiday."),
        reads=("touches",),
    ),
    Text(
        ("hours_and_channel",),
        _("Hours and ways"),
        _("When do they write, and by which way do they like to be reached?"),
        _(
            "The shortest stretch of the day, on their own clock, that holds four in five of their"
            " mails; and how much of their contact is mail, call or meeting."
        ),
        ("value = hours of the shortest stretch with ceil(0.8 * n) of n mails",),
        OURS,
        _("What they would like: it shows what they do, and to us. When they read."),
        reads=("touches",),
    ),
    Text(
        ("days_off",),
        _("Days off"),
        _("On which days is nobody's silence a sign of anything?"),
        _(
            "Days on which the whole firm's mail nearly stands still, told by the half year"
            " before: weekends, holidays, the weeks round Christmas. No calendar is asked."
        ),
        ("off: mails of the day <= 1/4 of what the weekday usually brings",),
        OURS,
        _("A holiday that only one country has, where your mail comes from several."),
        reads=("touches",),
    ),
)  # fmt: skip
