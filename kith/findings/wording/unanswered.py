"""How it is told that somebody waits for an answer."""

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Answer")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Whom they asked, how long ago, and about what, where the reader may see it."""
    days = whole(numbers, "waiting_days")
    if "colleague" in names:
        return [_colleague(days, say, subject="subject" in names)]
    return [_you(days, say, subject="subject" in names)]


def for_manager(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Who wrote and how long ago: neither that they ask, nor whom, nor about what."""
    return [
        say.ngettext(
            "{contact} ({account}) wrote {waiting_days} day ago; nobody has answered.",
            "{contact} ({account}) wrote {waiting_days} days ago; nobody has answered.",
            whole(numbers, "waiting_days"),
        )
    ]


def _you(days: int, say: Language, *, subject: bool) -> str:
    if subject:
        return say.ngettext(
            "{contact} ({account}) asked you {waiting_days} day ago about “{subject}”;"
            " nobody has answered.",
            "{contact} ({account}) asked you {waiting_days} days ago about “{subject}”;"
            " nobody has answered.",
            days,
        )
    return say.ngettext(
        "{contact} ({account}) asked you something {waiting_days} day ago; nobody has answered.",
        "{contact} ({account}) asked you something {waiting_days} days ago; nobody has answered.",
        days,
    )


def _colleague(days: int, say: Language, *, subject: bool) -> str:
    if subject:
        return say.ngettext(
            "{contact} ({account}) asked {colleague} {waiting_days} day ago about “{subject}”;"
            " nobody has answered.",
            "{contact} ({account}) asked {colleague} {waiting_days} days ago about “{subject}”;"
            " nobody has answered.",
            days,
        )
    return say.ngettext(
        "{contact} ({account}) asked {colleague} something {waiting_days} day ago;"
        " nobody has answered.",
        "{contact} ({account}) asked {colleague} something {waiting_days} days ago;"
        " nobody has answered.",
        days,
    )
