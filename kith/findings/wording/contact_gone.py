"""How it is told that somebody is no longer there, or may not be."""

from kith.findings.wording.numbers import Names, Numbers, whole
from kith.terms.language import Language, gettext_noop

ACTION = gettext_noop("Find out who follows them")


def parts(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """What a machine said, when, and whom it names; or that they alone have fallen silent."""
    how, days = numbers.get("how"), whole(numbers, "told_days")
    if how == "silent":
        return [
            say.ngettext(
                "{contact} may have left {account}: nothing came for {elapsed} days,"
                " while {others} other there goes on writing.",
                "{contact} may have left {account}: nothing came for {elapsed} days,"
                " while {others} others there go on writing.",
                whole(numbers, "others"),
            )
        ]
    if how == "bounced":
        return [_bounced(days, say)]
    if "successor" not in names:
        return [_left(days, say)]
    return [_left(days, say), say.gettext("It names {successor} instead.")]


def for_manager(numbers: Numbers, names: Names, say: Language) -> list[str]:
    """The same, but that somebody left was read in a mail whose words are its reader's alone."""
    if numbers.get("how") == "left":
        return [
            say.ngettext(
                "{contact} ({account}), {n} mail with us, may no longer be reached there;"
                " whoever they last wrote to knows more.",
                "{contact} ({account}), {n} mails with us, may no longer be reached there;"
                " whoever they last wrote to knows more.",
                whole(numbers, "n"),
            )
        ]
    return parts(numbers, names, say)


def _bounced(days: int, say: Language) -> str:
    if days == 0:
        return say.gettext(
            "Mail to {contact} ({account}) bounced today; nothing has come from them since."
        )
    if days == 1:
        return say.gettext(
            "Mail to {contact} ({account}) bounced yesterday; nothing has come from them since."
        )
    return say.ngettext(
        "Mail to {contact} ({account}) bounced {told_days} day ago;"
        " nothing has come from them since.",
        "Mail to {contact} ({account}) bounced {told_days} days ago;"
        " nothing has come from them since.",
        days,
    )


def _left(days: int, say: Language) -> str:
    if days == 0:
        return say.gettext(
            "{contact} no longer works at {account}, says an automatic answer of today."
        )
    if days == 1:
        return say.gettext(
            "{contact} no longer works at {account}, says an automatic answer of yesterday."
        )
    return say.ngettext(
        "{contact} no longer works at {account}, says an automatic answer of {told_days} day ago.",
        "{contact} no longer works at {account}, says an automatic answer of {told_days} days ago.",
        days,
    )
