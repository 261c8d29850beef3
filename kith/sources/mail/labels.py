"""Labels that a mail program gave a mail, beside the folder it lies in. Pure."""

from collections.abc import Mapping


def labels(headers: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Gmail's, which Google Takeout writes into every mail: a list with commas between."""
    if "x-gmail-labels" not in headers:
        return ()
    named = ",".join(headers["x-gmail-labels"])
    return tuple(label for part in named.split(",") if (label := " ".join(part.split())))
