"""In which encoding a text file is written, found by reading all of it once."""

import codecs
from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1024 * 1024
_HEAD = 64 * 1024
# One byte a letter, as Windows, DOS and old Macs write in the west of Europe.
_OLD = ("cp1252", "cp850", "mac_roman")
_LETTERS = frozenset("äöüÄÖÜßéèêëáàâåãçñóòôõøæœúùûíìîïÉÈÀÅØÆÑÇ€£§°–’“”„«»")


def encoding_of(path: Path) -> str:
    """Python's name of it. What is no UTF-8 is taken for the old encoding that makes the most
    letters of its bytes."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                return encoding
        if wide := _without_mark(head):
            return wide
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        odd = b""
        while block := file.read(_BLOCK):
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                odd = block[max(0, error.start - _HEAD) :][:_BLOCK]
                break
        return _old(odd) if odd else "utf-8"


def _without_mark(head: bytes) -> str:
    """UTF-16 of western text has a zero in every other byte."""
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * pairs and even < 0.1 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * pairs and odd < 0.1 * pairs else ""


def _old(odd: bytes) -> str:
    high = bytes(byte for byte in odd if byte > 0x7F)

    def letters(encoding: str) -> int:
        return sum(letter in _LETTERS for letter in high.decode(encoding, errors="replace"))

    return max(_OLD, key=letters)  # the first of equals
