"""A mail's words as its page shows them: new stretches, and what is folded away between them."""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from kith.ledger.activities.readers import Seen

ABOVE = gettext_noop("What stands above")
BETWEEN = gettext_noop("What is answered")
BELOW = gettext_noop("Signature and earlier mails")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text. `folded`: what to call it where it is not new; '' where it is.

    A new one that asks: `text` up to the sentence, `asks` the sentence, `rest` what follows.
    """

    folded: str
    text: str
    asks: str = ""
    rest: str = ""


def stretches(row: Seen) -> list[Stretch]:
    """The whole text in order; empty pieces are left out."""
    text = row.text or ""
    if not row.new_until:
        return [Stretch(gettext(BELOW), text.strip())] if text.strip() else []
    found = [Stretch(gettext(ABOVE), text[: row.new_from].strip())]
    start = row.new_from
    for quoted_from, quoted_until in row.quoted_within:
        found.append(_new(row, text, start, quoted_from))
        found.append(Stretch(gettext(BETWEEN), text[quoted_from:quoted_until].strip()))
        start = quoted_until
    found.append(_new(row, text, start, row.new_until))
    found.append(Stretch(gettext(BELOW), text[row.new_until :].strip()))
    return [piece for piece in found if piece.text or piece.asks]


def _new(row: Seen, text: str, start: int, end: int) -> Stretch:
    if row.asks_from is None or row.asks_until is None or not start <= row.asks_from < end:
        return Stretch("", text[start:end].strip())
    return Stretch(
        "",
        text[start : row.asks_from].lstrip(),
        asks=text[row.asks_from : row.asks_until],
        rest=text[row.asks_until : end].rstrip(),
    )
