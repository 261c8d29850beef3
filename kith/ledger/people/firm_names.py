"""Names of firms, and which of them may be one firm's. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from kith.ledger.people.names import LONGEST, fold

_LEGAL_FORMS = """
ab ag aps as asa bv bvba co company corp corporation cv doo dba eg ek eood eu ev gbr ges gesmbh
ggmbh gmbh hb inc incorporated kft kg kgaa lda limited llc llp lp ltd mbh nv ohg ood oy oyj plc pllc
pte pty sa sarl sas se sl snc spa spol srl sro ug vof zoo zrt
"""
_LEGAL = frozenset(_LEGAL_FORMS.split())
_SMALL = frozenset(("and", "und", "et", "the", "y", "e", "en"))
_DOTTED = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")  # s.a. r.l. -> sarl
_CUT = re.compile(r"[^\w]+")
CLOSE = 0.88  # of the letters of two names, in order: a slip of the pen
SHORTEST = 6  # letters of a name in which a slip can be told from another name
RARE = 5  # firms that share a word at most, for the word to tell something
BLOCK = 50  # names that begin alike and are compared


def firm_key(name: str) -> str:
    """A firm's name without case, accents, punctuation and legal form: "Böhm & Co. KG" is "bohm".

    A name of nothing else stays as it is, folded.
    """
    folded = fold(_DOTTED.sub("", name))
    words = [word for word in _CUT.split(folded) if word]
    kept = [word for word in words if word not in _LEGAL and word not in _SMALL]
    return " ".join(kept or words)[:LONGEST] or folded


class FirmNames:
    """Accounts by their names, to find those of a firm."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        self._whole: dict[str, set[int]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._begun: dict[str, set[str]] = defaultdict(set)
        for account, name in rows:
            self.add(account, firm_key(name))

    def add(self, account: int, key: str) -> None:
        """An account bears this name as well."""
        if not key:
            return
        self._whole[key].add(account)
        self._begun[_squeezed(key)[:4]].add(key)
        for word in key.split():
            self._words[word].add(key)

    def called(self, key: str) -> list[int]:
        """Accounts of just this name."""
        return sorted(self._whole.get(key, ()))

    def like(self, key: str) -> list[int]:
        """Accounts whose name is so like this one that it may be the same firm's, the likeliest
        first: other spaces or order of words, a slip of the pen, a word more."""
        begun = self._begun.get(_squeezed(key)[:4], set())
        near = set(begun) if len(begun) <= BLOCK else set()
        for word in key.split():
            with_word = self._words.get(word, ())
            near.update(with_word if len(with_word) <= RARE else ())
        scored = sorted(
            ((likeness(key, other), other) for other in near if other != key), reverse=True
        )
        return [pk for score, other in scored if score for pk in sorted(self._whole[other])]


def likeness(one: str, other: str) -> float:
    """How like two keys are, 0 to 1; 0: not enough to ask."""
    a, b = one.split(), other.split()
    if sorted(a) == sorted(b) or _squeezed(one) == _squeezed(other):
        return 1.0
    short, long = sorted((set(a), set(b)), key=len)
    if len(short) > 1 and short < long:
        return CLOSE
    x, y = _squeezed(one), _squeezed(other)
    if min(len(x), len(y)) < SHORTEST or any(c.isdigit() for c in x + y):
        return 0.0
    matcher = SequenceMatcher(None, x, y, autojunk=False)
    if matcher.real_quick_ratio() < CLOSE or matcher.quick_ratio() < CLOSE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= CLOSE else 0.0


def _squeezed(key: str) -> str:
    return key.replace(" ", "")
