"""How it is told that of two sides one alone writes."""

from kith.findings.wording.numbers import Names, Numbers, number, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Call them")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Who wrote how often, and that nobody answered."""
    times = whole(numbers, "n_out")
    if times and number(numbers, "colleagues") == 1 and "colleague" not in names:
        return [
            say.ngettext(
                "You wrote {n_out} time in {span} days; nobody at {account} answered.",
                "You wrote {n_out} times in {span} days; nobody at {account} answered.",
                times,
            )
        ]
    return for_manager(numbers, names, say)


def for_manager(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """The same, with the colleague who wrote by name."""
    times = whole(numbers, "n_out")
    if not times:
        return [
            say.ngettext(
                "{account} wrote {n_in} time in {span} days; nobody here has answered.",
                "{account} wrote {n_in} times in {span} days; nobody here has answered.",
                whole(numbers, "n_in"),
            )
        ]
    if "colleague" in names:
        return [
            say.ngettext(
                "{colleague} wrote {n_out} time in {span} days; nobody at {account} answered.",
                "{colleague} wrote {n_out} times in {span} days; nobody at {account} answered.",
                times,
            )
        ]
    return [
        say.ngettext(
            "We wrote {n_out} time in {span} days; nobody at {account} answered.",
            "We wrote {n_out} times in {span} days; nobody at {account} answered.",
            times,
        )
    ]
