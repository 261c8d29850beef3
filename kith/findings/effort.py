"""What a finding takes, in a word or two: an honest guess by its kind, not a measure."""

from collections.abc import Callable, Mapping

# By the kind's name. What is not here promises nothing.
_EFFORT: Mapping[str, str] = {
    "unanswered": "one mail, five minutes",
    "gone_quiet": "a call of ten minutes",
    "they_stopped": "a call of ten minutes",
    "we_stopped": "one mail, five minutes",
    "one_sided": "a call of ten minutes",
    "hangs_on_one": "a question in your next call",
    "held_by_one": "a colleague beside you at the next visit",
    "newcomer": "one mail, five minutes",
    "no_say": "one question to somebody you know there",
    "contact_gone": "a call to find out who follows",
}


def effort(kind: str, *, translate: Callable[[str], str] = str) -> str:
    """The effort of a kind; '' where nobody has guessed it."""
    said = _EFFORT.get(kind)
    return translate(said) if said else ""
