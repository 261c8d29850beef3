"""The text of a mail from its parts, and strings as every database can hold them."""

import re

from kith.sources.mail.markup import text_of

LONGEST = 1_000_000

# Controls, and the marks that turn the direction of writing (Unicode UAX 9): with them a name or a
# subject could reorder or hide what stands beside it on a page or a terminal.
_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
)

_PAGE = re.compile(r"\s{0,200}<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def text_of_parts(plain: list[str], html: list[str]) -> str:
    """The plain parts, joined; where they say nothing, the HTML parts' text.

    A page of HTML that calls itself plain is read as what it is. Lines end in a line feed; at most
    `LONGEST` characters.
    """
    text = plain[0] if len(plain) == 1 else "\n".join(plain)
    if _PAGE.match(text):
        text = text_of(text)
    if html and (not text or text.isspace()):
        text = "\n".join(map(text_of, html))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text[:LONGEST]


def line(text: str) -> str:
    """A header's value on one line, without spaces around it."""
    return " ".join(text.split()) if "\n" in text or "\r" in text or "\t" in text else text.strip()


def plain(text: str) -> str:
    """A name, an address or a subject: `clean`, and without what could reorder its surroundings.

    Texts keep such marks: they stand in a block of their own.
    """
    return text if text.isprintable() else clean(_CONTROLS.sub("", text))


def clean(text: str) -> str:
    """Without NULs, which PostgreSQL refuses, and halves of surrogate pairs, which are no text."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "ignore").decode()
