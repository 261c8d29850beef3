"""What stands below the writer's words and says nothing new: signature, device, small print."""

import re

_DASHES = re.compile(r"\n?--[ \t\u00a0]*(?:\n|\Z)")
# How a phone or a program signs, in few words on a line of its own.
_DEVICE = re.compile(
    r"^(?:Sent (?:from|via) |Get Outlook for |Von meinem |Gesendet (?:von|mit) |Envoyé de(?:puis)? "
    r"|Télécharger Outlook |Enviado (?:desde|do|via) |Inviato da|Verstuurd vanaf "
    r"|Verzonden (?:vanaf|met) |Skickat från |Sendt (?:fra|via) |Wysłan[eo] z )[^\n]{1,60}$",
    re.MULTILINE,
)
_DEVICE_FROM_END = 400  # characters: nothing but a signature follows it
# A word of small print, then what else its paragraph must say to be that and no sentence.
_SMALL = ("onfiden", "ONFIDEN", "rivileg", "ertraulich", "iservat", "ertrouwel", "poufn",
          "ortrolig")  # fmt: skip
_SHORTEST = 150  # characters of small print
_ITSELF = (
    "mail", "message", "transmission", "communication", "notice", "nachricht", "courriel",
    "mensaje", "correo", "mensagem", "messaggio", "comunicazione", "bericht", "meddelande",
    "meddelelse", "melding", "wiadomo",
)  # fmt: skip
_READER = (
    "recipient", "addressee", "intended", "empfänger", "bestimmt", "destinat", "bestemd",
    "geadresseerde", "mottagare", "modtager", "mottaker", "adresat",
)  # fmt: skip
_FORBIDS = (
    "in error", "delete", "destroy", "irrtüm", "lösch", "vernicht", "erreur", "détrui", "supprim",
    "elimin", "borr", "apag", "cancell", "errore", "verwijder", "radera", "slet", "usun",
    "disclos", "unauthori", "distribut", "copying", "prohibit", "unbefugt", "weitergabe",
    "gestattet", "interdit", "autoris", "prohib", "proibi", "vietat", "divulg", "verspreid",
    "toegestaan",
)  # fmt: skip
_READ = 700  # characters of a paragraph that are looked at


def dashes(text: str, end: int) -> int:
    """Where the line of two dashes stands before `end`, which opens a signature; else `end`."""
    place = 0 if text.startswith("--") else text.find("\n--", 0, end)
    while place >= 0:
        if _DASHES.match(text, place):
            return place
        place = text.find("\n--", place + 1, end)
    return end


def without_small_print(text: str, start: int, end: int) -> int:
    """Where the words from `start` to `end` end, with neither a device's line nor small print."""
    if end - start > _SHORTEST:
        for word in _SMALL:
            if (place := text.find(word, start, end)) >= 0:
                end = _small_print(text, word, place, start, end)
    device = _DEVICE.search(text, max(start, end - _DEVICE_FROM_END), end)
    return device.start() if device else end


def _small_print(text: str, word: str, place: int, start: int, end: int) -> int:
    """A paragraph that speaks of this mail, of secrecy, of whom it is meant for and what is banned.

    Below it nothing new comes.
    """
    while place >= 0:
        above = text.rfind("\n\n", start, place)
        begin = above + 2 if above >= 0 else start
        stop = text.find("\n\n", place, end)
        stop = min(stop if stop >= 0 else end, begin + _READ)
        if place < stop:
            said = text[begin:stop].lower()
            if all(any(word in said for word in words) for words in (_READER, _FORBIDS, _ITSELF)):
                return begin
        place = text.find(word, max(stop, place + 1), end)
    return end
