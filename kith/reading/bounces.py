"""Whom a mail could not be delivered to, as the text of a bounce says it.

For mailers that send no delivery report (RFC 3464): qmail, Exim, old sendmail and Exchange, Notes.
"""

import re

from kith.reading.span import Span

LONGEST = 8_000  # characters read: below stands the mail that came back
MOST = 50

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# Where the mail that came back begins: its addresses say nothing.
_RETURNED = re.compile(
    r"^[ \t>-]*(?:-{2,}\s*(?:this\s+is\s+a\s+copy|below\s+this\s+line|original\s+message"
    r"|transcript|returned)"
    r"|original\s+message|your\s+message\s+(?:follows|headers)|return-path:|received:\s+from|message-id:"
    r"|content-type:|mime-version:|the\s+original\s+message|included\s+is\s+a\s+copy)",
    re.IGNORECASE | re.MULTILINE,
)
# The mail that did not arrive, in Exchange's words: who it was for stands below its headers.
_NAMED_SO = re.compile(r"^[ \t]*(?:To|Subject|Sent|An|Betreff|Gesendet)[ \t]*:.*$", re.MULTILINE)
_GONE = re.compile(
    r"\b5\.(?:0\.\d|1\.(?:[0-69]|10)|2\.[01]|4\.\d)\b"
    r"|\b(?:user|account|recipient|mailbox|address|addressee|name)\b.{0,60}?\b(?:unknown|invalid|disabled|inactive"
    r"|(?:is\s+)?not\s+(?:known|found|listed|recognized|valid|exist\w*|a\s+valid)|doesn['’]t\s+exist|does\s+not\s+exist|unavailable)"
    r"|\b(?:unknown|no\s+such|invalid|unrouteable|unroutable|bad\s+destination|not\s+a\s+valid|non-?existent|unresolvable)\s+(?:\w+\s+){0,2}"
    r"(?:user|account|recipient|mailbox|address|host|domain|addressee|person)"
    r"|\bno\s+mailbox\s+(?:here\s+)?by\s+that\s+name|\bhost\s+(?:unknown|not\s+found)|couldn['’]t\s+find\s+any\s+host"
    r"|\b(?:name|domain)\s+not\s+found|no\s+longer\s+(?:valid|works|employed|exists|in\s+use)|has\s+moved|not\s+listed\s+in"
    r"|unbekannt\w*\s+(?:empfänger|adresse|benutzer)|(?:empfänger|adresse|benutzer)\w*\s+(?:\w+\s+){0,3}(?:unbekannt|existiert\s+nicht|nicht\s+gefunden)"
    r"|permanent\s+(?:\w+\s+){0,2}(?:error|failure)|failed\s+permanently|not\s+a\s+valid\s+user|user\s+doesn['’]t\s+have"
    r"|n['’]existe\s+pas|(?:adresse|destinataire|utilisateur)\s+(?:\w+\s+){0,3}(?:inconnu|introuvable|n['’]existe)"
    r"|(?:usuario|dirección|destinatario)\s+(?:\w+\s+){0,3}(?:desconocid|no\s+existe)"
    r"|(?:utente|indirizzo|destinatario)\s+(?:\w+\s+){0,3}(?:sconosciut|inesistente|non\s+esiste)"
    r"|(?:gebruiker|adres)\s+(?:\w+\s+){0,3}(?:onbekend|bestaat\s+niet)",
    re.IGNORECASE | re.DOTALL,
)
_PASSING = re.compile(
    r"\b4\.\d\.\d{1,3}\b|\b(?:still\s+(?:be\s+)?(?:trying|retr)|will\s+(?:keep|continue)\s+(?:to\s+)?tr(?:y|ying)|will\s+be\s+retried"
    r"|transient|temporar\w*|not\s+need\s+to\s+(?:resend|do\s+anything)|warning\s+message\s+only)"
    r"|\b(?:mailbox|quota|inbox|postfach)\b.{0,40}?\b(?:full|exceed\w*|over|voll)|over\s+quota|quota\s+exceed|too\s+(?:large|big)"
    r"|\bspam\b|black-?list|blocked\s+(?:by|using)|\b5\.(?:2\.[2-9]|3\.[1-9]|5\.\d|6\.\d|7\.\d)\b|relay(?:ing)?\s+(?:denied|not\s+permitted)",
    re.IGNORECASE | re.DOTALL,
)


def gone(text: str) -> tuple[tuple[str, Span], ...]:
    """Addresses that a bounce says do not exist or no longer work, lower-cased, where they stand.

    Empty where it tells of a delay, a full mailbox or a refused mail, says nothing of why, or is
    not clear: an address is rather kept.
    """
    returned = _RETURNED.search(text, 0, LONGEST)
    end = returned.start() if returned else min(len(text), LONGEST)
    told = text[:end]
    if _PASSING.search(told) or not _GONE.search(told):
        return ()
    named = [line.span() for line in _NAMED_SO.finditer(told)]
    found: dict[str, Span] = {}
    for match in _ADDRESS.finditer(told):
        if not any(start <= match.start() < stop for start, stop in named):
            found.setdefault(match[0].lower().strip("."), Span(*match.span()))
            if len(found) == MOST:
                break
    return tuple(found.items())
