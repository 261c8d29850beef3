"""How it is told who may have the say: always with a "may", as it is a hint."""

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Ask for an introduction")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """How many there write to them, and to the one we know best."""
    writers = whole(numbers, "writers")
    if whole(numbers, "known") == 0:
        return [
            say.ngettext(
                "{contact} may decide at {account}: {writers} person there writes to them, nobody"
                " to the one we know best. Nobody here has written yet.",
                "{contact} may decide at {account}: {writers} people there write to them, nobody"
                " to the one we know best. Nobody here has written yet.",
                writers,
            )
        ]
    return [
        say.ngettext(
            "{contact} may decide at {account}: {writers} person there writes to them, {known} to"
            " the one we know best. Nobody here has written yet.",
            "{contact} may decide at {account}: {writers} people there write to them, {known} to"
            " the one we know best. Nobody here has written yet.",
            writers,
        )
    ]
