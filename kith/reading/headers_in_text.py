"""Headers of an older mail in a text: Outlook's From, Sent, To; Notes' name, date, To."""

import re

_SUBJECTS = (
    "Subject:", "Betreff:", "Objet", "Asunto:", "Oggetto:",
    "Onderwerp:", "Assunto:", "Ämne:", "Emne:", "Temat:",
)  # fmt: skip
_HEADER = re.compile(
    r"[ \t>*|]*(?:From|Sent|To|cc|bcc|Date|Subject|Sent by|Reply-To|Importance|Attachments"
    r"|Von|Gesendet|An|Datum|Kopie|De|Envoyé|À|A|Enviado(?: el)?|Enviada em|Fecha|Para|Da|Inviato"
    r"|Data|Van|Verzonden|Aan|CC|Från|Skickat|Till|Kopia|Fra|Sendt|Til|Kopi|Dato|Od|Wysłano|Do|DW)"
    r"[ \t\u00a0]?:|[ \t]*Please respond to |.{0,60}[ \t]{3}(?:To|cc):",
    re.IGNORECASE,
)
_TO = re.compile(
    r"[ \t>*|]*(?:To|An|À|A|Para|Aan|From|Von|De|Da|Van|Från|Till|Fra|Til|Od|Do)[ \t\u00a0]?:"
    # Notes, to others: names and date in a column of their own before the headers.
    r"|.{0,60}[ \t]{3}To:",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[ ,]+\d{1,2}:\d\d(?:[ ]?[AP]M)?")
_DATED = re.compile(r".{0,100}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[ ,]+(?:at )?\d{1,2}:\d\d")
_LINES = 14
_LOOK = 300


def header_block(text: str, end: int) -> int:
    """Where the first block of headers before `end` begins; `end` if there is none.

    A block is a subject line with a line of To or From at most a few lines above it; the lines of
    date and name over these belong to it.
    """
    for word in _SUBJECTS:
        place = text.find(word, 0, end)
        while place >= 0:
            begin = _begin(text, place)
            if begin is not None:
                end = begin
                break
            place = text.find(word, place + 1, end)
    return end


def _begin(text: str, place: int) -> int | None:
    line = text.rfind("\n", 0, place) + 1
    before = text[line:place].strip(" \t>*|")
    if before and not _DATE.fullmatch(before):
        return None
    begin, addressed, dated = line, False, bool(before)
    for _ in range(_LINES):
        if begin == 0:
            break
        above = text.rfind("\n", 0, begin - 1) + 1
        content = text[above : begin - 1]
        if _DATED.match(content):
            begin, dated = above, True
        elif _HEADER.match(content):
            begin, addressed = above, addressed or _TO.match(content) is not None
        elif not content.strip(" \t>") and not dated:
            # Empty lines between headers: only where another header stands above them.
            low = max(above - _LOOK, 0)
            upper = low + len(text[low:above].rstrip())
            further = text.rfind("\n", 0, upper) + 1
            if not _HEADER.match(text, further) or text.count("\n", upper, above) > 3:
                break
            begin = above
        elif not dated and content[:1] in " \t" and content.strip():
            begin = above  # a header folded over several lines
        else:
            break
    if not addressed:
        return None
    return _with_name(text, begin) if dated else begin


def _with_name(text: str, begin: int) -> int:
    """Notes puts the writer's name on a line of its own over the date."""
    above = text.rfind("\n", 0, max(begin - 1, 0)) + 1
    name = text[above : max(begin - 1, 0)].strip(' \t>"')
    alone = above == 0 or not text[text.rfind("\n", 0, above - 1) + 1 : above].strip(" \t>\n")
    return above if alone and 0 < len(name) < 60 and name[-1] not in ".?!,:" else begin


def below_headers(text: str, begin: int) -> int:
    """Where the words begin under the block of headers (and the mark over it) at `begin`.

    The end of the text where no subject line is found: then nothing is known to be words.
    """
    subject = False
    place = begin
    for _ in range(2 * _LINES):
        stop = text.find("\n", place)
        if stop < 0:
            break
        line = text[place:stop]
        if subject and not line.strip(" \t>*|"):
            return stop + 1
        subject = subject or any(word in line for word in _SUBJECTS)
        place = stop + 1
    return len(text)
