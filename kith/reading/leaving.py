"""Whether an automatic answer says that its writer has left for good.

An absence ends by itself; who has left will never answer again, and somebody else does their work.
"""

import re

from kith.reading.span import Span

LONGEST = 3_000  # characters read: what is said stands on top

_LEFT = re.compile(
    # en
    r"\bno\s+longer\s+(?:with\b(?!\s+(?:access|you))|employed|works?\s+(?:for|at|here|with|in)\b|working\s+(?:for|at|here|with)\b"
    r"|an?\s+employee|part\s+of\s+(?:the|our)\b|at\s+(?!(?:my|the\s+office|a\b|this)\b)\w+|associated\s+with)"
    r"|\b(?:has|have|['’]ve|['’]s)\s+(?:now\s+|recently\s+|since\s+|already\s+)?(?:left\s+(?:the\s+(?:company|firm|organi[sz]ation|business|bank|group)|our\s+(?:company|firm|employ))"
    r"|retired|resigned)\b"
    r"|\b(?:has|have)\s+left\s+(?-i:[A-Z])\w+(?!\s+(?:today|now|at)\b)"
    # de
    r"|\bnicht\s+(?:mehr|länger|laenger)\s+(?:(?:in|für|fuer|bei|im)\s+(?:\w+\s+){0,3}(?:unternehmen|firma|haus\w*|tätig|taetig|beschäftigt|beschaeftigt)"
    r"|(?:bei|für|fuer)\s+(?:uns|die|das|den)?\s*(?-i:[A-ZÄÖÜ])\w+\s*(?:\w+\s+){0,2}(?:tätig|taetig|beschäftigt|beschaeftigt)|mitarbeiter)"
    r"|\b(?:unternehmen|firma)\s+(?:[\w.]+\s+){0,4}verlassen\b|\bausgeschieden\b|\bim\s+ruhestand\b"
    # fr
    r"|\bne\s+(?:fai[st]|travaille|sui[st])\s+plus\s+(?:partie|chez|pour|à|dans|au\s+sein)|\bn['’]est\s+plus\s+(?:employée?|salariée?|chez|au\s+sein)"
    r"|\ba(?:i)?\s+quitté\s+(?:la\s+société|l['’]entreprise|notre|ses\s+fonctions|mes\s+fonctions|le\s+groupe)"
    # es
    r"|\bya\s+no\s+(?:trabaj\w+|labor\w+|form\w+\s+parte|pertene\w+|est[áa]\s+con\s+nosotros)"
    r"|\bha\s+dejado\s+(?:la\s+(?:empresa|compañía)|de\s+trabajar)"
    # it
    r"|\bnon\s+(?:lavor\w+|fa(?:ccio)?)\s+più\s+(?:parte|presso|per|qui|con|in)|\bha\s+lasciato\s+(?:l['’]azienda|la\s+società)"
    # nl
    r"|\bniet\s+(?:meer|langer)\s+(?:\w+\s+){0,3}(?:werkzaam|in\s+dienst)|\bwerk[t]?\s+niet\s+(?:meer|langer)\s+(?:bij|voor|hier)"
    r"|\bheeft\s+(?:het\s+bedrijf|ons|de\s+organisatie)\s+verlaten",
    re.IGNORECASE,
)


def left(text: str) -> Span | None:
    """Where an automatic answer says that its writer works there no longer; None where it does not.

    In en, de, fr, es, it and nl. An unclear wording is rather taken for an absence.
    """
    found = _LEFT.search(text, 0, LONGEST)
    return Span(*found.span()) if found else None
