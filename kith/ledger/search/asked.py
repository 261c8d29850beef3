"""What somebody typed into the search box, as what is to be found. Pure; nothing typed is wrong."""

from dataclasses import dataclass

from kith.ledger.search.words import words

LONGEST = 300  # characters of a question that are looked at
MOST = 12  # terms of a question


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other. `begins`: the last of them may go on in the text."""

    words: tuple[str, ...]
    begins: bool = False


def terms(typed: str) -> tuple[Term, ...]:
    """The terms of a question, all of which must be met.

    "In quotes": these words one after the other; so are parts of a word, as in `e-mail`. A word
    with a star behind it, and the last one while it is being typed, also stand for longer words.
    Empty where nothing was typed that a text could hold.
    """
    found: list[Term] = []
    pieces = typed[:LONGEST].split('"')
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        if number % 2:  # inside quotes; where the closing one is missing, it is still being typed
            found += _term(piece, begins=is_last and piece[-1:].isalnum())
            continue
        for chunk in (chunks := piece.split()):
            typing = is_last and chunk is chunks[-1] and not piece[-1].isspace()
            found += _term(chunk, begins=chunk.endswith("*") or (typing and chunk[-1].isalnum()))
    return tuple(dict.fromkeys(found[:MOST]))


def _term(text: str, *, begins: bool) -> list[Term]:
    parts = tuple(words(text))
    return [Term(parts, begins)] if parts else []
