"""A zip's directory, before it is read: the standard library holds all of it, member by member.

The records at a zip's end: APPNOTE.TXT 4.3.14 to 4.3.16.
"""

import struct
from pathlib import Path

# Half a million members and more; each costs about twenty times its entry in memory.
LARGEST = 32 * 1024 * 1024

_END, _END64, _LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_COMMENT = 65_535
_SIZE, _SIZE64, _PLACE64 = struct.Struct("<12xI"), struct.Struct("<40xQ"), struct.Struct("<8xQ")


def directory_size(path: str) -> int:
    """How many bytes the directory says that it takes up; 0 where no zip ends. Raises OSError."""
    with Path(path).open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - _COMMENT - 22 - 20, 0))
        tail = file.read()
        at = tail.rfind(_END)
        if at < 0 or len(tail) - at < 22:
            return 0
        found: int = _SIZE.unpack_from(tail, at)[0]
        if at >= 20 and tail[at - 20 : at - 16] == _LOCATOR:
            file.seek(min(_PLACE64.unpack_from(tail, at - 20)[0], size))
            record = file.read(56)
            if record.startswith(_END64) and len(record) == 56:
                found = _SIZE64.unpack(record[: _SIZE64.size])[0]
    return found
