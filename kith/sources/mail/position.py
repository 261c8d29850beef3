"""Positions: how a mail is found again in its source, and which of two comes first."""

import os
import re

Key = tuple[tuple[str, ...], int]

_OFFSET = re.compile(r"@(\d{1,18})\Z")


def shown(name: str) -> str:
    """A file's name as text that every database can hold.

    Bytes that are not UTF-8 (and NULs, which a zip may name) are written as \\xNN.
    """
    if name.isascii() and "\0" not in name:
        return name
    return os.fsencode(name).replace(b"\0", b"\\x00").decode("utf-8", "backslashreplace")


def of_mail(path: str) -> str:
    """The position of a file that is one mail.

    A name that ends as an offset would ("note@12") is given one, so that `key` never mistakes it.
    """
    return f"{path}@0" if _OFFSET.search(path) else path


def key(position: str) -> Key:
    """What positions are ordered by: the path's parts, then the byte offset as a number."""
    offset = _OFFSET.search(position)
    path = position[: offset.start()] if offset else position
    return tuple(path.split("/")), int(offset[1]) if offset else 0
