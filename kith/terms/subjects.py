"""A subject as every mail of one conversation shares it."""

import re
from functools import lru_cache

# Reply and forward marks of mail programs: English, German, Nordic, Dutch, French, Spanish,
# Italian, Portuguese, Polish, Turkish; with counters as in "Re[2]:", "Re(2):", "Re^2:", "Re2:".
_MARK = re.compile(
    r"\s*(?:re|fw|fwd|aw|wg|antwort|sv|vs|vb|vl|antw|doorst|tr|réf|rv|res|enc|rif|r|i|odp|pd|ynt|ilt)"
    r"\s?(?:\[\d{1,4}\]|\(\d{1,4}\)|\^\d{1,4}|\d{1,4})?\s?[::]",
    re.IGNORECASE,
)
_TAG = re.compile(r"\s*\[[^\[\]]{1,60}\]")


@lru_cache(maxsize=4_096)  # a conversation's mails lie near each other, and each is asked twice
def fold_subject(subject: str) -> str:
    """The subject without reply and forward marks, list tags in front, case and spare spaces.

    '' where nothing but marks was there; a subject that is only a tag keeps it.
    """
    place, tagless = 0, True
    while True:
        if mark := _MARK.match(subject, place):
            place = mark.end()
        elif (tag := _TAG.match(subject, place)) and subject[tag.end() :].strip():
            place, tagless = tag.end(), False
        else:
            break
    rest = " ".join(subject[place:].split()).casefold()
    return rest if rest or tagless else " ".join(subject.split()).casefold()
