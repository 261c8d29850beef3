"""What is said of each signal: short, and as its page in docs/signals/ has it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.terms.finding import FindingKind


@dataclass(frozen=True, slots=True)
class Text:
    """A signal's question, how it is answered, where the formula comes from, and what it cannot
    tell. `kinds`: of findings that rest on it. `reads`: the fact tables it counts."""

    name: Promise
    question: Promise
    how: Promise
    source: Promise
    cannot: Promise
    kinds: tuple[FindingKind, ...]
    reads: tuple[str, ...] = ("touches", "contacts", "accounts")


OURS = _("The choices in it are ours.")

TEXTS: Mapping[str, Text] = {
    "silence": Text(
        _("Silence"),
        _("They have not written for a while. Is that longer than their habit?"),
        _(
            "The days between their last mails, without weekends, holidays and absences they"
            " announced, give their rhythm. An alarm needs a silence longer than any of their last"
            " ten gaps, of fourteen days at least, where mail went both ways."
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
    "threads_open": Text(
        _("Open questions"),
        _("In which threads is the last word theirs, and does it ask for something?"),
        _(
            "The newest mail of a thread comes from outside, its new text asks, it went to few, and"
            " nobody here wrote to that person since, in any thread, for two days that count."
        ),
        OURS,
        _("Whether somebody answered by telephone."),
        (FindingKind.UNANSWERED,),
    ),
    "account_ties": Text(
        _("Two sides"),
        _("Who writes, they or we, and has one side stopped?"),
        _(
            "Days on which each side wrote, over a year. One side stopped where it is silent for"
            " longer than ever in that year though the other went on, after three months in touch."
        ),
        OURS,
        _("What was said by telephone, or by people whose mail Kith does not have."),
        (FindingKind.THEY_STOPPED, FindingKind.WE_STOPPED, FindingKind.ONE_SIDED),
    ),
    "ties": Text(
        _("Ties"),
        _("Who of us is in touch with whom, in both directions, and how recently?"),
        _(
            "Every mail counts, half as much after thirty days, less where it went to many; what"
            " they sent counts twice what we sent."
        ),
        _(
            "A fading sum over both directions, after Roth et al. (2010), Suggesting friends using"
            " the implicit social graph, KDD. The choices in it are ours."
        ),
        _("How close two people are: mail shows time and whether it goes both ways, no more."),
        (),
    ),
    "breadth": Text(
        _("How many hold an account"),
        _("If one person left, there or here, who would still know whom?"),
        _("People of the account, and of ours, with mail both ways within the year."),
        _(
            "That a customer is held better by several people: Palmatier (2008), J. Marketing"
            " 72(4). The choices in it are ours."
        ),
        _("Whom one knows without mail."),
        (FindingKind.HANGS_ON_ONE, FindingKind.HELD_BY_ONE),
    ),
    "newcomers": Text(
        _("Newcomers"),
        _("Who is new at an account that we know well?"),
        _("People whose first mail with us is recent, at an account with mail both ways."),
        OURS,
        _("Whether they are new there, or only new to our mail."),
        (FindingKind.NEWCOMER,),
    ),
    "authority": Text(
        _("Who may have the say"),
        _("Whom do most people there turn to, and do we know them?"),
        _("How many different people wrote to somebody in a year, not how much. Always a hint."),
        OURS,
        _("Anybody's rank: it is a guess from who is in the mail."),
        (FindingKind.NO_SAY,),
    ),
}  # fmt: skip

# By kind, the signal whose page says how often it is right.
SIGNAL_OF: Mapping[str, str] = {
    kind.value: name for name, text in TEXTS.items() for kind in text.kinds
}
