"""Bytes that come out of a packed file: bounded, and as far as they can be unpacked."""

import gzip
import zipfile
import zlib
from io import SEEK_END, FileIO
from typing import Protocol, Self

from kith.sources.mail.item import reason, size_of

# Mail packs to a third or a tenth, many like mails to a fiftieth; what is made to fill a disk packs
# to a thousandth. A few bytes more do no harm whatever they come from.
RATIO = 200
FREE = 100 * 1024 * 1024
BOMB = f"unpacks to more than {RATIO} times its size: no mail does"

# What reading a packed file raises when it is broken, has a password or is packed in strange ways.
ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
_STEP = 1024 * 1024


class Unpacking(Protocol):
    """The part of `gzip.GzipFile` and `zipfile.ZipExtFile` that is used here."""

    def read1(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


def most(size: int) -> int:
    """How many bytes may come out of a packed file of this size."""
    return max(FREE, RATIO * size)


def is_bomb(packed: int, unpacked: int) -> bool:
    return unpacked > most(packed)


class Packed:
    """A stream that ends where no more can be read; `problem` then says why, for a person.

    So the mails before a place where a file was cut off are had, and the cut one as it is.
    """

    def __init__(self, stream: Unpacking, size: int) -> None:
        """`size`: of the packed bytes."""
        self._stream = stream
        self._most = most(size)
        self._given = 0
        self.problem = ""

    def read(self, size: int, /) -> bytes:
        blocks: list[bytes] = []
        while size > 0 and (block := self._some(size)):
            blocks.append(block)
            size -= len(block)
        return b"".join(blocks)

    def seek(self, offset: int, /) -> int:
        """Forward only: what lies between is unpacked and dropped."""
        while self._given < offset and self.read(min(offset - self._given, _STEP)):
            pass
        return self._given

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def _some(self, size: int) -> bytes:
        if self.problem:
            return b""
        try:
            block = self._stream.read1(size)
        except ERRORS as error:
            self.problem = f"cannot be read to its end: {reason(error)}"
            return b""
        self._given += len(block)
        if self._given > self._most:
            self.problem = BOMB
            return b""
        return block


def gunzipped(path: str) -> Packed:
    """The bytes in a gzip file. Raises OSError."""
    return Packed(gzip.GzipFile(path), size_of(path))


def unpacked_size(path: str) -> int:
    """About how many bytes are in a gzip file: what it says itself at its end, in 32 bits, where
    that is believable. Raises OSError."""
    with FileIO(path) as file:
        size = file.seek(0, SEEK_END)
        file.seek(max(size - 4, 0))
        said = int.from_bytes(file.read(4), "little")
    return said if size <= said <= most(size) else size
