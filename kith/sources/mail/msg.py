"""Outlook's .msg files: one item in a compound file, to the mail that it was.

The layout of storages and streams: [MS-OXMSG] 2.
"""

import io
import struct
from collections.abc import Iterator

import olefile

from kith.sources.mail.item import Stream
from kith.sources.mail.mapi import Properties
from kith.sources.mail.outlook import compose
from kith.sources.mail.raw import LARGEST, Unreadable

_FIXED = "__properties_version1.0"
_RECIPIENT = "__recip_version1.0_#"
_TEXTS = "__substg1.0_"
_ENTRY = struct.Struct("<HHI8s")
_ROOT_HEAD, _RECIPIENT_HEAD = 32, 8
_RECIPIENTS = 1000
_OPENED = 4 * LARGEST  # of the file, where it lies in an archive and must be held to be read


def unwrap(stream: Stream) -> tuple[bytes, bool]:
    """The mail as RFC 822 bytes, attachments left out. Raises Unreadable where it is no mail."""
    file = stream if isinstance(stream, io.FileIO) else io.BytesIO(stream.read(_OPENED))
    try:
        with olefile.OleFileIO(file) as ole:
            item = Properties(dict(_properties(ole, [], _ROOT_HEAD)))
            people = [
                Properties(dict(_properties(ole, [name], _RECIPIENT_HEAD)))
                for name in _recipients(ole)
            ]
    except Exception as error:  # what it raises on nonsense is not listed anywhere
        raise Unreadable(f"not a whole .msg file: {error}") from error
    return compose(item, people), False


def _recipients(ole: olefile.OleFileIO) -> list[str]:
    storages = ole.listdir(streams=False, storages=True)
    found = sorted(path[0] for path in storages if len(path) == 1)
    return [name for name in found if name.startswith(_RECIPIENT)][:_RECIPIENTS]


def _properties(
    ole: olefile.OleFileIO, storage: list[str], head: int
) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Tag, type and bytes: those of eight bytes from one stream, others from one stream each."""
    fixed = [*storage, _FIXED]
    if ole.exists(fixed):
        with ole.openstream(fixed) as stream:
            entries = stream.read(LARGEST)[head:]
        whole = len(entries) // _ENTRY.size * _ENTRY.size
        for kind, tag, _, value in _ENTRY.iter_unpack(entries[:whole]):
            yield tag, (kind, value)
    depth = len(storage)
    for path in ole.listdir(streams=True, storages=False):
        name = path[-1]
        if len(path) == depth + 1 and path[:-1] == storage and name.startswith(_TEXTS):
            code = name[len(_TEXTS) : len(_TEXTS) + 8]
            with ole.openstream(path) as stream:
                yield int(code[:4], 16), (int(code[4:], 16), stream.read(LARGEST))
