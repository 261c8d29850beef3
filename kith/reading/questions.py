"""Whether a mail asks its reader for something. Rather misses one than makes one up."""

import re
from bisect import bisect_right

from kith.reading.quotes import is_quoted, new_text
from kith.reading.span import Span

# What is asked stands early; below this comes what was pasted in.
READ = 4_000
MOST = 10
_LONGEST = 400  # characters of one sentence; a longer one is no sentence but a list or a table

# One class of characters first: the engine then skips to them instead of trying each place.
_BREAK = re.compile(
    r"[.!?,\n](?:(?<=[.!?])[\"')\]]*(?=\s)|(?<=,)\n(?=[A-ZÄÖÜ])"
    r"|(?<=\n)[ \t]*(?=\n)|(?<=\n)(?=[ \t]*(?:>|[-*•] |\d{1,2}[.)] )))"
)
_AFTER = frozenset(" \n\t\"')]*?!_<")
_LEAD = re.compile(r"[\s*•-]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Before a '?' that stands apart, as in French: elsewhere such a sign is a character that was lost.
_INTERROGATIVE = re.compile(
    r"(?:who|what|when|where|which|why|how|is|are|do|does|did|can|could|will|would|should|have|has"
    r"|any|est-ce|quand|quel|quelle|combien|pouvez|pourriez|où|comment|avez)\b",
    re.IGNORECASE,
)
# Looked for in lower case, each as it stands; then the sentence must fit `_REQUEST`.
_CUES = (
    "please", "pls", "let me know", "let us know", "could you", "can you", "would you", "will you",
    "bitte", "könnten sie", "könntest du", "können sie", "kannst du", "würden sie",
    "pouvez-vous", "pourriez-vous", "merci de", "veuillez", "por favor", "podría",
)  # fmt: skip
_REQUEST = re.compile(
    r"\b(?:please|pls)[,]?\s+(?:(?:also|just|then|kindly|do)\s+)?"
    r"(?:send|call|advise|confirm|let\s+(?:me|us)\s+know|provide|forward|give|tell|review|check|return"
    r"|reply|respond|answer|sign|fax|e-?mail|make\s+sure|get|help|update|submit|complete|fill|bring"
    r"|add|change|remove|include|ask|arrange|schedule|set\s+up|prepare|look|verify|explain|quote"
    r"|approve|comment|print|come\s+back|get\s+back|resend|ship|deliver|offer|propose|reserve|book)\b"
    r"|\b(?:let\s+(?:me|us)\s+know)\b"
    r"|\b(?:could|can|would|will)\s+you\s+(?:please\s+|also\s+|kindly\s+|just\s+)?"
    r"(?!believe|imagine|have\s+thought|like\b)\w"
    r"|\b(?:könnten|können|würden)\s+sie\b|\b(?:könntest|kannst)\s+du\b"
    r"|\bbitte\b.{0,80}\b(?:senden|schicken|schick|sende|ruf|rufen|bestätigen|bestätige|prüfen|prüfe"
    r"|geben|gib|teilen|melden|melde|sagen|sag|antworten|antworte|zusenden|mitteilen|um\s+\w+)\b"
    r"|\b(?:pouvez|pourriez)-vous\b|\bmerci\s+de\s+(?:me|nous|bien|confirmer|envoyer)\b|\bveuillez\b"
    r"|\bpor\s+favor\b.{0,40}\b(?:env|conf|llam|dig)|\bpodría\b",
    re.IGNORECASE | re.DOTALL,
)
# Courtesy and small print ask nothing.
_EMPTY = re.compile(
    r"\bif\s+you\s+(?:have|need|wish|experience|continue|cannot|no\s+longer|would\s+like)\b|"
    r"let\s+(?:me|us)\s+know\s+if\s+(?:you|there|i|we|anyone)\s+(?:have|has|need|are|can|could|should|see|want"
    r"|would|require)\b(?!\s+(?:available|free|interested|coming|able|received|want))"
    r"|(?:any|further|more)\s+(?:\w+\s+)?questions|hesitate|feel\s+free|intended\s+recipient|received\s+this"
    r"|in\s+error|respond\s+to\s+\S+@|</|\[image\]|unsubscribe|confidential|click|this\s+e-?mail\b.{0,40}\bprint|environment|will\s+let\s+you"
    r"|(?:i|we)(?:'ll|\s+will)\s+let|bei\s+(?:rück)?fragen|(?:for|further)\s+information",
    re.IGNORECASE,
)


def asks(text: str, new: Span | None = None) -> tuple[Span, ...]:
    """The sentences of the new text that ask something of the reader, at most `MOST`, in order.

    `new`: the stretch that `new_text` gives, where the caller has it already.

    A sentence asks if it ends in '?' (not within an address of the web) or requests ("please
    send", "could you"). Thanks, offers ("let me know if you need more") and small print do not.
    """
    new = new or new_text(text)
    end = min(new.end, new.start + READ)
    part = text[new.start : end]
    places = _marks(part)
    lowered = part.lower()
    # Lower case may be longer ('İ'): then places would shift, and requests are passed over.
    if len(lowered) == len(part):
        places += [place for cue in _CUES if cue in lowered for place in _all(lowered, cue)]
    if not places:
        return ()
    found: list[Span] = []
    done = 0
    breaks = [0, *(match.end() for match in _BREAK.finditer(part)), len(part)]
    for place in sorted(places):
        if place < done or len(found) == MOST:
            continue
        after = bisect_right(breaks, place, hi=len(breaks) - 1)
        done = breaks[after]
        span = _trimmed(part, breaks[after - 1], done)
        if span and _asks(part, span) and not is_quoted(part, span.start):
            found.append(Span(span.start + new.start, span.end + new.start))
    return tuple(found)


def _marks(part: str) -> list[int]:
    """Places of question marks that end a sentence: those in web addresses run on."""
    return [p for p in _all(part, "?") if p + 1 == len(part) or part[p + 1] in _AFTER]


def _all(text: str, word: str) -> list[int]:
    places: list[int] = []
    place = text.find(word)
    while place >= 0 and len(places) < 50:
        places.append(place)
        place = text.find(word, place + 1)
    return places


def _trimmed(part: str, begin: int, end: int) -> Span | None:
    """The sentence without list marks and white space; None if it is empty or no sentence."""
    lead = _LEAD.match(part, begin, end)
    begin = lead.end() if lead else begin
    end = begin + len(part[begin:end].rstrip())
    return Span(begin, end) if 0 < end - begin <= _LONGEST else None


def _asks(part: str, span: Span) -> bool:
    sentence = span.of(part)
    if _EMPTY.search(sentence) or not _WORD.search(sentence):
        return False
    if "?" in sentence[-4:]:
        if sentence[-2:-1].isspace() and not _INTERROGATIVE.match(sentence):
            return False
        return "://" not in sentence.rsplit(None, 1)[-1]
    return _REQUEST.search(sentence) is not None
