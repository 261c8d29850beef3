"""How it is told that an account answers no more."""

from kith.findings.wording.numbers import Names, Numbers, number, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Call them")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Their pause beside their longest, and how often who of us wrote since."""
    if "colleague" not in names and number(numbers, "colleagues") == 1:
        wrote = say.ngettext(
            "You wrote {n_out} time since.",
            "You wrote {n_out} times since.",
            whole(numbers, "n_out"),
        )
        return [_pause(numbers, say), wrote]
    return for_manager(numbers, names, say)


def for_manager(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """The same, with the colleague who wrote by name."""
    times = whole(numbers, "n_out")
    if "colleague" in names:
        wrote = say.ngettext(
            "{colleague} wrote {n_out} time since.", "{colleague} wrote {n_out} times since.", times
        )
    else:
        wrote = say.ngettext("We wrote {n_out} time since.", "We wrote {n_out} times since.", times)
    return [_pause(numbers, say), wrote]


def _pause(numbers: Numbers, say: Language) -> str:
    return say.ngettext(
        "Nobody at {account} has written for {elapsed} day; the longest pause in the year before"
        " was {longest_gap}.",
        "Nobody at {account} has written for {elapsed} days; the longest pause in the year before"
        " was {longest_gap}.",
        whole(numbers, "elapsed"),
    )
