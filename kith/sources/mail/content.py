"""The key by which two stored copies of one mail are known, whatever their Message-IDs."""

from hashlib import blake2b

_CHARS = 20_000
_SPACE = b" \t\r\n\x0b\x0c"


def content_key(sender: str, said: str, subject: str, text: str, own: str | None) -> bytes:
    """16 bytes over sender, date as said, folded subject and the text without white space.

    Who received it is no part: some stores lose Bcc or write To anew. The Message-ID counts only
    for a mail without date and text, so that two of them are never taken for one.
    """
    spoken = text.encode("utf-8", "replace").translate(None, _SPACE)[:_CHARS]
    parts = [sender, said, subject]
    if not said and not spoken:
        parts.append(own or "")
    return blake2b(
        "\0".join(parts).encode("utf-8", "replace") + b"\0" + spoken, digest_size=16
    ).digest()
