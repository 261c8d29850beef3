"""What of a source stays outside the ledger, on its way to the rows that say so. Pure.

Nothing here may import Django: the process that parses mail does without.
"""

from datetime import date
from typing import NamedTuple


class LeftOutMail(NamedTuple):
    """An item that does not enter. Codes are those of `LeftOut`.

    - `position`: where it lies in its source; `reason`: for a person.
    - `message_key`: the digest of its Message-ID, `day`: its day in UTC; None where it has none.
    - `addresses`: of everybody in it, as they are written. Only keyed digests of them are kept.
    """

    code: str
    position: str
    reason: str
    message_key: bytes | None = None
    day: date | None = None
    addresses: tuple[str, ...] = ()
