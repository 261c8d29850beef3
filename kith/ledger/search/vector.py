"""A text as PostgreSQL's tsvector, written out: its words with their positions. Pure."""

from kith.ledger.search.words import words

GAP = 2  # positions between subject and text: no phrase runs from one into the other
LAST = 16_383  # the last position that a tsvector knows
MOST = 255  # positions of one word
LONGEST = 200  # characters of a word
ROOM = 900_000  # bytes: a tsvector holds a little more


def vector(subject: str, body: str) -> str:
    """The literal. What a tsvector has no room for, at the end of a very long text, is left out."""
    found: dict[str, list[int]] = {}
    position, room = 0, ROOM
    for text in (subject, body):
        for word in words(text):
            position += 1
            places = found.get(key := word[:LONGEST])
            if places is None:
                room -= 4 * len(key) + 8
                if room < 0:
                    break
                places = found[key] = []
            if len(places) < MOST and position <= LAST:
                room -= 2
                places.append(position)
        position += GAP
    return " ".join(
        f"'{word}'" + (f":{','.join(map(str, places))}" if places else "")
        for word, places in found.items()
    )
