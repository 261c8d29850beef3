"""How it is told that somebody waits for an answer."""

from kith.findings.wording.numbers import Names, Numbers

ACTION = "Answer"


def parts(numbers: Numbers, names: Names) -> list[str]:
    """Whom they asked, how long ago, and about what, where the reader may see it."""
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


def for_manager(numbers: Numbers, names: Names) -> list[str]:
    """Who wrote and how long ago: neither that they ask, nor whom, nor about what."""
    return ["{contact} ({account}) wrote {waiting_days} days ago; nobody has answered."]
