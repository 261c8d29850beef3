"""A full or read-only disk, in whichever words it is told, as one sentence with its cure."""

import errno

from django.conf import settings

from kith.terms.errors import KithError

FULL, CLOSED = "disk_full", "read_only"
_ERRNOS = {
    errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EFBIG: FULL,
    errno.EROFS: CLOSED, errno.EACCES: CLOSED, errno.EPERM: CLOSED,
}  # fmt: skip
# SQLite's words for SQLITE_FULL, SQLITE_READONLY and SQLITE_CANTOPEN, and PostgreSQL's.
_WORDS = {
    "database or disk is full": FULL,
    "No space left on device": FULL,
    "readonly database": CLOSED,
    "unable to open database file": CLOSED,
    "read-only transaction": CLOSED,
}
_GO_ON = "Then run the command again: it goes on where it stopped, and nothing is lost."


class DiskTrouble(KithError):
    """The disk takes no more. What was recorded before stands, and nothing is half recorded."""

    def __init__(self, code: str, error: Exception) -> None:
        place = getattr(error, "filename", None) or settings.HOME
        if code == FULL:
            super().__init__(f"The disk of {place} is full.", cure=f"Make room on it. {_GO_ON}")
        else:
            super().__init__(
                f"{place} cannot be written to.",
                cure=f"Make it writable, or name another folder in KITH_HOME. {_GO_ON}",
            )
        self.code = code


def disk_trouble(error: Exception) -> DiskTrouble | None:
    """The trouble that a database's or the system's error means; None where it means another."""
    if isinstance(error, OSError) and error.errno in _ERRNOS:
        return DiskTrouble(_ERRNOS[error.errno], error)
    code = next((code for words, code in _WORDS.items() if words in str(error)), None)
    return DiskTrouble(code, error) if code else None
