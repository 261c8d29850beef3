"""How it is told that one customer's exception has become the rule."""

from kith.findings.wording.numbers import Names, Numbers
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Say who may get this discount")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """Who had it first, and how many have it now."""
    if "family" in names:
        return [
            say.gettext(
                "{account} alone had {percent} per cent off in {family}; now {others} of"
                " {customers} other customers there have it too."
            )
        ]
    return [
        say.gettext(
            "{account} alone had {percent} per cent off in one family of products; now {others} of"
            " {customers} other customers there have it too."
        )
    ]
