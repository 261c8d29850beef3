"""What the pipeline hands to the writers: one mail, decided upon, without any id yet.

A named tuple: it crosses from one process to another, and is pickled at a third of a dataclass'
time. Nothing here may import Django, which that other process does without.
"""

from datetime import date, datetime
from typing import NamedTuple

from kith.terms.words import Direction, Sort

BOUNCED, AWAY, LEFT = "bounced", "away", "left"  # kinds of notices

# An address in the mail, its part, its side, and the day where its person lives (None: undated).
# Holders of the mail are left out. A plain tuple of plain numbers (of terms.words.Part and Side):
# there are ten to a mail, and named ones take four times as long to pickle and to write.
IncomingParty = tuple[str, int, int, date | None]


class IncomingNotice(NamedTuple):
    """What the mail says of an address: Notice.BOUNCED, AWAY or LEFT. `until`: the day of return.

    `successor`: an address or a name, '' if none.
    """

    kind: str
    address: str
    until: date | None = None
    successor: str = ""


class IncomingMail(NamedTuple):
    """One mail, resolved as far as it can be without the database.

    - `message_key` and `reference_keys`: digests of Message-IDs; `link_keys`: of folded subject x
      outside person, empty for mass mail and where the subject says nothing.
    - `owner_day`: the day in the mailbox owner's zone. `by_owner`: it lay in their sent folder and
      bears a colleague's address in From.
    - `new_from`, `new_until`: the span of the text that is neither quoted nor signature, from its
      first stretch to its last; `quoted_within`: the (from, until) of quotes between these.
    - `says`: a sum of terms.words.Says; 0 where the text is not kept.
    - `asks_from`, `asks_until`: the first sentence that asks something of us; None where none does.
    """

    direction: Direction
    happened_at: datetime | None
    known_day: date | None
    owner_day: date | None
    offset_minutes: int | None
    undated_because: str
    subject: str
    text: str
    new_from: int
    new_until: int
    recipients: int
    is_mass: bool
    is_automatic: bool
    asks: bool
    says: int
    by_owner: bool
    parties: tuple[IncomingParty, ...]
    message_key: bytes | None
    reference_keys: tuple[bytes, ...]
    link_keys: tuple[int, ...]
    content_key: bytes
    # What sort of mail it is, and what dated it: 'date', 'received', '' where nothing did.
    sort: Sort
    dated_by: str
    # What it says of addresses: that they bounce, that their person is away.
    notices: tuple[IncomingNotice, ...]
    # What it asks, and the quotes it answers line by line.
    asks_from: int | None
    asks_until: int | None
    quoted_within: tuple[tuple[int, int], ...]
    # Digests of the words it begins with, and of those it quotes, x outside person; as link_keys.
    said_keys: tuple[int, ...]
    quote_keys: tuple[int, ...]
