"""The one place that speaks: a finding's numbers and names become a sentence for its reader.

At most 30 words, with who and a number. Every template is one translatable string, so that other
languages may order its parts as they like.
"""

from collections.abc import Callable, Mapping

from kith.terms.finding import FindingKind

Translate = Callable[[str], str]
Numbers = Mapping[str, object]


def speak(
    kind: str, numbers: Numbers, names: Mapping[str, str], *, translate: Translate = str
) -> str:
    """The sentence of one finding.

    `names`: `contact`, `account`; `colleague` where it speaks of another than the reader;
    `subject` where the reader may see it.
    Raises KeyError for a kind that no template is written for.
    """
    parts = _TEMPLATES[FindingKind(kind)](numbers, names)
    return " ".join(translate(part).format(**_shown(numbers), **names) for part in parts)


def action(kind: str, *, translate: Translate = str) -> str:
    """What to do about it, as the button beside the sentence says."""
    return translate(_ACTIONS[FindingKind(kind)])


def nothing_to_do(two_way: int, *, translate: Translate = str) -> str:
    """What Today says when it is empty: all is well, or too little is known to say so."""
    if two_way == 0:
        return translate(
            "Too little to say: nobody outside yet both writes to you and hears from you."
        )
    if two_way == 1:
        return translate("Too little to say: one outside contact exchanges mail with you.")
    if two_way == 2:
        return translate("Too little to say: two outside contacts exchange mail with you.")
    return translate("Nothing needs you today: nobody is waiting, nobody has gone quiet.")


def _gone_quiet(numbers: Numbers, names: Mapping[str, str]) -> list[str]:  # noqa: ARG001
    if _number(numbers, "open_question"):
        return [_rhythm(numbers), "Their last request has no answer."]
    return [_rhythm(numbers), _since(_number(numbers, "out_since"))]


def _rhythm(numbers: Numbers) -> str:
    if _number(numbers, "typical_gap") >= 2:
        return "{contact} ({account}) writes about every {typical_gap} days; it has been {elapsed}."
    if _number(numbers, "longest_gap") == 1:
        return "{contact} ({account}) writes every day; it has been {elapsed} days."
    return (
        "{contact} ({account}) writes almost daily and never paused for more than"
        " {longest_gap} days; it has been {elapsed}."
    )


def _since(touches: float) -> str:
    """Small numbers as words, each a sentence of its own: no language builds them alike."""
    few = (
        "Nobody here has written since.",
        "We wrote once since.",
        "We wrote twice since.",
        "We wrote three times since.",
        "We wrote four times since.",
        "We wrote five times since.",
    )
    return few[int(touches)] if touches < len(few) else "We wrote {out_since} times since."


def _unanswered(numbers: Numbers, names: Mapping[str, str]) -> list[str]:  # noqa: ARG001
    asked = {
        (False, False): "{contact} ({account}) asked you something {waiting_days} days ago;"
        " nobody has answered.",
        (False, True): "{contact} ({account}) asked {colleague} something {waiting_days} days ago;"
        " nobody has answered.",
        (True, False): "{contact} ({account}) asked you {waiting_days} days ago about"
        " “{subject}”; nobody has answered.",
        (True, True): "{contact} ({account}) asked {colleague} {waiting_days} days ago about"
        " “{subject}”; nobody has answered.",
    }
    return [asked["subject" in names, "colleague" in names]]


def _hangs_on_one(numbers: Numbers, names: Mapping[str, str]) -> list[str]:  # noqa: ARG001
    return [
        "Only {contact} writes with us at {account}: {year_touches} mails in a year,"
        " and no exchange with anyone else there."
    ]


def _held_by_one(numbers: Numbers, names: Mapping[str, str]) -> list[str]:
    """To a manager, who may be the one it speaks of."""
    who = (
        "If {colleague} left, nobody here would know anyone at {account}"
        if "colleague" in names
        else "If you left, nobody here would know anyone at {account}"
    )
    more = _number(numbers, "more")
    if more == 0:
        return [f"{who}: {{touches}} mails in a year."]
    if more == 1:
        return [f"{who} and one more account."]
    return [f"{who} and {{more}} more accounts."]


def _newcomer(numbers: Numbers, names: Mapping[str, str]) -> list[str]:  # noqa: ARG001
    return [
        "{contact} is new at {account}: in {mails} mails of the last {days_ago} days;"
        " nobody here has written to them yet."
    ]


def _no_say(numbers: Numbers, names: Mapping[str, str]) -> list[str]:  # noqa: ARG001
    if _number(numbers, "known") == 0:
        return [
            "{contact} may decide at {account}: {writers} people there write to them, nobody to"
            " the one we know best. Nobody here has written yet."
        ]
    return [
        "{contact} may decide at {account}: {writers} people there write to them, {known} to"
        " the one we know best. Nobody here has written yet."
    ]


_TEMPLATES: Mapping[FindingKind, Callable[[Numbers, Mapping[str, str]], list[str]]] = {
    FindingKind.GONE_QUIET: _gone_quiet,
    FindingKind.UNANSWERED: _unanswered,
    FindingKind.HANGS_ON_ONE: _hangs_on_one,
    FindingKind.HELD_BY_ONE: _held_by_one,
    FindingKind.NEWCOMER: _newcomer,
    FindingKind.NO_SAY: _no_say,
}
_ACTIONS: Mapping[FindingKind, str] = {
    FindingKind.GONE_QUIET: "Call or write",
    FindingKind.UNANSWERED: "Answer",
    FindingKind.HANGS_ON_ONE: "Meet a second person",
    FindingKind.HELD_BY_ONE: "Introduce a second colleague",
    FindingKind.NEWCOMER: "Introduce yourself",
    FindingKind.NO_SAY: "Ask for an introduction",
}


def _number(numbers: Numbers, name: str) -> float:
    value = numbers.get(name) or 0
    return float(value) if isinstance(value, int | float) else 0.0


def _shown(numbers: Numbers) -> dict[str, object]:
    """Half a day is no part of anyone's rhythm: numbers are shown whole."""
    return {name: round(n) if isinstance(n, float) else n for name, n in numbers.items()}
