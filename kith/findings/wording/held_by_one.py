"""How managers are told whom nobody else here knows."""

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Introduce a second colleague")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """The biggest account and how many more; "you" where the manager is the one it speaks of."""
    more, touches = whole(numbers, "more"), whole(numbers, "touches")
    if "colleague" in names:
        return [_colleague(more, touches, say)]
    return [_you(more, touches, say)]


def _colleague(more: int, touches: int, say: Language) -> str:
    if more == 0:
        return say.ngettext(
            "If {colleague} left, nobody here would know anyone at {account}:"
            " {touches} mail in a year.",
            "If {colleague} left, nobody here would know anyone at {account}:"
            " {touches} mails in a year.",
            touches,
        )
    return say.ngettext(
        "If {colleague} left, nobody here would know anyone at {account} and one more account.",
        "If {colleague} left, nobody here would know anyone at {account} and {more} more accounts.",
        more,
    )


def _you(more: int, touches: int, say: Language) -> str:
    if more == 0:
        return say.ngettext(
            "If you left, nobody here would know anyone at {account}: {touches} mail in a year.",
            "If you left, nobody here would know anyone at {account}: {touches} mails in a year.",
            touches,
        )
    return say.ngettext(
        "If you left, nobody here would know anyone at {account} and one more account.",
        "If you left, nobody here would know anyone at {account} and {more} more accounts.",
        more,
    )
