"""What a finding takes, in a word or two: an honest guess by its kind, not a measure."""

from collections.abc import Mapping

from kith.terms.language import ENGLISH, Language, gettext_noop

# By the kind's name. What is not here promises nothing.
_EFFORT: Mapping[str, str] = {
    "unanswered": gettext_noop("one mail, five minutes"),
    "gone_quiet": gettext_noop("a call of ten minutes"),
    "they_stopped": gettext_noop("a call of ten minutes"),
    "we_stopped": gettext_noop("one mail, five minutes"),
    "one_sided": gettext_noop("a call of ten minutes"),
    "hangs_on_one": gettext_noop("a question in your next call"),
    "held_by_one": gettext_noop("a colleague beside you at the next visit"),
    "newcomer": gettext_noop("one mail, five minutes"),
    "no_say": gettext_noop("one question to somebody you know there"),
    "leaking": gettext_noop("half an hour with the account's lines"),
    "waived_again": gettext_noop("a sentence in your next talk about prices"),
    "given_again": gettext_noop("a sentence in your next call"),
    "discount_spread": gettext_noop("one rule, said to the team"),
    "over_attended": gettext_noop("a look at the plan of visits"),
    "contact_gone": gettext_noop("a call to find out who follows"),
}


def effort(kind: str, *, language: Language = ENGLISH) -> str:
    """The effort of a kind; '' where nobody has guessed it."""
    said = _EFFORT.get(kind)
    return language.gettext(said) if said else ""
