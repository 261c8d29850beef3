"""What a source consists of: files that are mails or mboxes, and stores that give mails."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import FileIO
from types import TracebackType
from typing import NamedTuple, NoReturn, Protocol, Self

from kith.sources.mail.position import Key
from kith.sources.mail.raw import RawMail, Unreadable


class Stream(Protocol):
    """Bytes of one file, or of what is packed in it; some streams seek forward only."""

    def read(self, size: int, /) -> bytes: ...
    def seek(self, offset: int, /) -> int: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None, /,
    ) -> None: ...  # fmt: skip


# A file to the mail in it, and whether the file says that its owner deleted the mail.
Unwrap = Callable[[Stream], tuple[bytes, bool]]


class Item(NamedTuple):
    """One file: its path below the source, its mail folder, and how to read it.

    - `open` raises OSError or `Unreadable` where it cannot be read.
    - `whole`: it is one mail whatever it starts with (a Maildir's file).
    - `deleted`: its name says that the owner deleted it.
    - `unwrap`: gets the mail out of a file that is not the mail itself.
    """

    path: str
    folder: str
    sent: bool
    size: Callable[[], int]
    open: Callable[[], Stream]
    whole: bool = False
    deleted: bool = False
    unwrap: Unwrap | None = None


@dataclass(frozen=True, slots=True)
class Store:
    """One file with folders of its own in it. `mails` gives those after a position, in order; it
    raises OSError or `Unreadable` where it cannot be read (any more)."""

    path: str
    size: Callable[[], int]
    mails: Callable[[Key | None], Iterator[RawMail]]


def unreadable(parts: tuple[str, ...], why: str) -> Item:
    """A place that is there and cannot be read, to be given as a refusal."""
    return Item("/".join(parts), "", sent=False, size=int, open=partial(_refuse, why))


def opened(path: str) -> FileIO:
    """Unbuffered: a mail is one read, and the buffer would cost more than it."""
    return FileIO(path)


def size_of(path: str) -> int:
    return os.stat(path).st_size  # noqa: PTH116 - a Path for each file costs more than the call


def reason(error: Exception) -> str:
    """The system's own words for what went wrong, without path and number."""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    return str(error) or type(error).__name__


def _refuse(why: str) -> NoReturn:
    raise Unreadable(why)
