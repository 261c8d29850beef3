"""How a mail program quotes the mail it answers."""

from kith.demo.letter import Letter

_WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def quote(letter: Letter, *, style: str, language: str) -> str:
    """The answered mail as 'angle' (attribution and >), 'block' (header lines) or 'none' shows it.

    What that mail itself quoted goes along, as it does in life.
    """
    if style == "none":
        return ""
    inner = f"{letter.text}\n\n{letter.quoted}".rstrip()
    if style == "angle":
        marked = "\n".join(f"> {line}".rstrip() for line in inner.splitlines())
        return f"{_attribution(letter, language)}\n{marked}"
    return f"{_headers(letter, language)}\n\n{inner}"


def _attribution(letter: Letter, language: str) -> str:
    moment, sender = letter.moment, letter.sender
    if language == "de":
        when = f"Am {moment:%d.%m.%Y} um {moment:%H:%M} schrieb"
        return f"{when} {sender.name} <{sender.address}>:"
    return f"On {moment:%d/%m/%Y} {moment:%H:%M}, {sender.name} <{sender.address}> wrote:"


def _headers(letter: Letter, language: str) -> str:
    moment, sender = letter.moment, letter.sender
    to = "; ".join(person.name for person in letter.to)
    if language == "de":
        day = _WEEKDAYS[moment.weekday()]
        return (
            f"Von: {sender.name} <{sender.address}>\n"
            f"Gesendet: {day}, {moment:%d.%m.%Y %H:%M}\nAn: {to}\nBetreff: {letter.subject}"
        )
    return (
        f"From: {sender.name} <{sender.address}>\n"
        f"Sent: {moment:%d %B %Y %H:%M}\nTo: {to}\nSubject: {letter.subject}"
    )
