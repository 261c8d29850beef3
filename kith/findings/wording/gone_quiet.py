"""How it is told that somebody has gone quiet."""

from kith.findings.wording.numbers import Names, Numbers, number, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Call or write")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Their rhythm, and what is open: their request, or what we wrote since."""
    if number(numbers, "open_question"):
        return [_rhythm(numbers, say), say.gettext("Their last request has no answer.")]
    return for_manager(numbers, names, say)


def for_manager(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """The same without what stands in a mail: that their last one asks for something."""
    return [_rhythm(numbers, say), since(whole(numbers, "out_since"), say)]


def _rhythm(numbers: Numbers, say: Language) -> str:
    if number(numbers, "typical_gap") >= 2:
        return say.ngettext(
            "{contact} ({account}) writes about every day; it has been {elapsed}.",
            "{contact} ({account}) writes about every {typical_gap} days; it has been {elapsed}.",
            whole(numbers, "typical_gap"),
        )
    if number(numbers, "longest_gap") == 1:
        return say.ngettext(
            "{contact} ({account}) writes every day; it has been {elapsed} day.",
            "{contact} ({account}) writes every day; it has been {elapsed} days.",
            whole(numbers, "elapsed"),
        )
    return say.ngettext(
        "{contact} ({account}) writes almost daily and never paused for more than"
        " {longest_gap} day; it has been {elapsed}.",
        "{contact} ({account}) writes almost daily and never paused for more than"
        " {longest_gap} days; it has been {elapsed}.",
        whole(numbers, "longest_gap"),
    )


def since(touches: int, say: Language) -> str:
    """Small numbers as words, each a sentence of its own: no language builds them alike."""
    if touches < len(_FEW):
        return say.gettext(_FEW[touches])
    return say.ngettext(
        "We wrote {out_since} time since.", "We wrote {out_since} times since.", touches
    )


_FEW = (
    gettext_noop("Nobody here has written since."),
    gettext_noop("We wrote once since."),
    gettext_noop("We wrote twice since."),
    gettext_noop("We wrote three times since."),
    gettext_noop("We wrote four times since."),
    gettext_noop("We wrote five times since."),
)
