"""How managers are told whom nobody else here knows."""

from kith.findings.wording.numbers import Names, Numbers, number

ACTION = "Introduce a second colleague"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """The biggest account and how many more; "you" where the manager is the one it speaks of.

    Small numbers are a sentence of their own: no language builds them alike.
    """
    who = (
        "If {colleague} left, nobody here would know anyone at {account}"
        if "colleague" in names
        else "If you left, nobody here would know anyone at {account}"
    )
    more = number(numbers, "more")
    if more == 0:
        return [f"{who}: {{touches}} mails in a year."]
    if more == 1:
        return [f"{who} and one more account."]
    return [f"{who} and {{more}} more accounts."]
