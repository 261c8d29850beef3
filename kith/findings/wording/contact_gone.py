"""How it is told that somebody is no longer there, or may not be."""

from kith.findings.wording.numbers import Names, Numbers, number

ACTION = "Find out who follows them"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """What a machine said, when, and whom it names; or that they alone have fallen silent."""
    how = numbers.get("how")
    if how == "silent":
        return [
            "{contact} may have left {account}: nothing came for {elapsed} days,"
            " while {others} others there go on writing."
        ]
    if how == "bounced":
        return [_when(_BOUNCED, number(numbers, "told_days"))]
    said = _when(_LEFT, number(numbers, "told_days"))
    return [said, "It names {successor} instead."] if "successor" in names else [said]


def for_manager(numbers: Numbers, names: Names) -> list[str]:
    """The same, but that somebody left was read in a mail whose words are its reader's alone."""
    if numbers.get("how") == "left":
        return [
            "{contact} ({account}), {n} mails with us, may no longer be reached there;"
            " whoever they last wrote to knows more."
        ]
    return parts(numbers, names)


_BOUNCED = (
    "Mail to {contact} ({account}) bounced today; nothing has come from them since.",
    "Mail to {contact} ({account}) bounced yesterday; nothing has come from them since.",
    "Mail to {contact} ({account}) bounced {told_days} days ago; nothing has come from them since.",
)
_LEFT = (
    "{contact} no longer works at {account}, says an automatic answer of today.",
    "{contact} no longer works at {account}, says an automatic answer of yesterday.",
    "{contact} no longer works at {account}, says an automatic answer of {told_days} days ago.",
)


def _when(templates: tuple[str, str, str], days: float) -> str:
    return templates[min(int(days), 2)]
