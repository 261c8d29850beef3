"""Message-IDs: a mail's own, and those of the mails it answers."""

import re
from collections.abc import Mapping

MOST = 100
_LONGEST = 998  # a header line's: RFC 5322 2.1.1

_ID = re.compile(r"<\s*([^<>\s]{1,998})\s*>")
_BARE = re.compile(r"[^\s<>,;\"()]{1,500}@[^\s<>,;\"()]{1,497}")


def own_id(headers: Mapping[str, list[str]]) -> str | None:
    """The mail's Message-ID without angle brackets, None where it has none."""
    for value in headers.get("message-id", ()):
        if found := _ID.search(value):
            return found[1]
        if bare := "".join(value.split()).strip("<>")[:_LONGEST]:
            return bare
    return None


def references(headers: Mapping[str, list[str]], own: str | None) -> tuple[str, ...]:
    """Ids of earlier mails: References, then what In-Reply-To says was answered (last).

    No doubles, not the mail's own; of more than `MOST` the first and the last ones.
    """
    if "references" not in headers and "in-reply-to" not in headers:
        return ()
    found = dict.fromkeys(_ids(headers.get("references", ())))
    for answered in _ids(headers.get("in-reply-to", ())):
        found.pop(answered, None)
        found[answered] = None
    ids = tuple(one for one in found if one != own)
    return ids if len(ids) <= MOST else (ids[0], *ids[1 - MOST :])


def _ids(values: list[str] | tuple[()]) -> list[str]:
    text = " ".join(values)
    return _ID.findall(text) or _BARE.findall(text)
