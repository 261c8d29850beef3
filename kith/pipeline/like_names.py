"""Whether two names may be one person's, word by word. Pure.

Their keys are equal already (`ledger.people.names.match_key`); but a key knows no order, and a
family name is never short for another.
"""

from kith.ledger.people.names import match_key, name_words


def may_be_one(one: str, other: str) -> bool:
    """Same family name, given names that are forms of one, and no two different middle initials.

    Order may be turned round where no middle initial shows which of the names comes last.
    """
    (mine, middle), (theirs, middle_of_theirs) = _cut(one), _cut(other)
    if middle and middle_of_theirs and middle[0] != middle_of_theirs[0]:
        return False
    if len(mine) != 2 or len(theirs) != 2:
        return sorted(mine) == sorted(theirs) or mine[-1:] == theirs[-1:]
    if mine[1] == theirs[1]:
        return True
    turned = not middle and not middle_of_theirs
    return turned and (mine[1] == theirs[0] or mine[0] == theirs[1]) and _given_agree(mine, theirs)


def _given_agree(mine: list[str], theirs: list[str]) -> bool:
    """The words that are not the family name both have are forms of one given name."""
    family = mine[1] if mine[1] == theirs[0] else mine[0]
    rest = [[word for word in words if word != family] for words in (mine, theirs)]
    return all(len(words) == 1 for words in rest) and match_key(rest[0][0]) == match_key(rest[1][0])


def _cut(name: str) -> tuple[list[str], list[str]]:
    """Full words in their order, and the initials after the first."""
    words = name_words(name)
    return [w for w in words if len(w) > 1], [w for w in words[1:] if len(w) == 1]
