"""The text of a mail from its parts, and strings as every database can hold them."""

from kith.sources.mail.markup import text_of

LONGEST = 1_000_000


def text_of_parts(plain: list[str], html: list[str]) -> str:
    """The plain parts, joined; where they say nothing, the HTML parts' text.

    Lines end in a line feed; at most `LONGEST` characters.
    """
    text = plain[0] if len(plain) == 1 else "\n".join(plain)
    if html and (not text or text.isspace()):
        text = "\n".join(map(text_of, html))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text[:LONGEST]


def line(text: str) -> str:
    """A header's value on one line, without spaces around it."""
    return " ".join(text.split()) if "\n" in text or "\r" in text or "\t" in text else text.strip()


def clean(text: str) -> str:
    """Without NULs, which PostgreSQL refuses, and halves of surrogate pairs, which are no text."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "ignore").decode()
