"""The one place that speaks: from a finding's numbers and names to a sentence."""

from collections.abc import Callable, Mapping


def speak(
    kind: str,
    numbers: Mapping[str, object],
    names: Mapping[str, str],
    *,
    translate: Callable[[str], str] = str,
) -> str:
    """What a finding of this kind says. Raises KeyError for a kind that nobody taught it."""
    return translate(SENTENCES[kind]).format(**dict(FALLBACK) | dict(numbers) | dict(names))


SENTENCES = {
    "gone_quiet": "{contact} ({account}) writes about every {typical_gap} days;"
    " it has been {elapsed}.",
    "unanswered": "{contact} ({account}) wrote {waiting_days} days ago and has no answer.",
    "hangs_on_one": "Everything at {account} hangs on {contact}:"
    " nobody else there has written both ways within a year.",
}
FALLBACK = {
    "contact": "Somebody",
    "typical_gap": "few",
    "elapsed": "longer",
    "waiting_days": "some",
}
