"""Lines that only a mail program writes over an older mail, whoever wrote it."""

import re

from kith.reading.headers_in_text import header_block

_DASHES = "-----"
_MARK = re.compile(
    r"[ \t>]*+-{3,}+[ \t]*+(?:Origin|Urspr|Forward|Weiterge|Mess?a[gj]|Mensa[jg]|Courriel|Oorspronk"
    r"|Doorgest|Begin forw|Oprindelig|Opprinnelig|Videresend|Vidarebef|Oryginaln|Wiadomo"
    r"|Przekazan)",
    re.IGNORECASE,
)
# What stands alone on the line over a block of headers: Apple Mail's words, Outlook's rule.
_OVER = re.compile(
    r"[ \t>]*+(?:_{20,}+|-{20,}+|Begin forwarded message:|Anfang der weitergeleiteten .*"
    r"|Début du message .*|Inicio del mensaje reenviado.*|Inizio messaggio inoltrato.*"
    r"|Begin doorgestuurd bericht.*|Início da mensagem encaminhada.*|Vidarebefordrat .*"
    r"|Videresendt .*|Początek przekazywanej wiadomości.*)[ \t]*$",
    re.IGNORECASE,
)


def first_mark(text: str, end: int) -> int:
    """Where the first older mail announces itself before `end`; `end` if none does.

    By a line of dashes and "Original Message", or by a block of headers, in ten languages.
    """
    end = _dashes(text, end)
    block = header_block(text, end)
    return block if block == end else _over(text, block)


def _dashes(text: str, end: int) -> int:
    place = text.find(_DASHES, 0, end)
    while place >= 0:
        line = text.rfind("\n", 0, place) + 1
        if _MARK.match(text, line):
            return line
        place = text.find("\n", place, end)
        place = text.find(_DASHES, place, end) if place >= 0 else -1
    return end


def _over(text: str, block: int) -> int:
    """The line over a block of headers belongs to it, where a program wrote that too."""
    stop = len(text[max(block - 20, 0) : block].rstrip()) + max(block - 20, 0)
    line = text.rfind("\n", 0, stop) + 1
    return line if _OVER.match(text[line:stop]) else block
