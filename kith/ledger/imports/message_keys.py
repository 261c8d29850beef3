"""Keys of Message-IDs. Pure: the process that parses mail does without Django."""

from hashlib import blake2b


def message_key(message_id: str) -> bytes:
    """The digest of a Message-ID, which is written without its angle brackets: 16 bytes."""
    return blake2b(message_id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
