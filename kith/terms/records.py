"""What sources hand to the pipeline: one shape per kind of evidence, whatever file it came from."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kith.terms.words import Part, Sort


class Party(NamedTuple):
    """One address as a header gives it: lower-cased, with the name beside it ('' if none).

    A named tuple, as the record it stands in: ten of them are compared for every mail.
    """

    address: str
    name: str = ""


class MailRecord(NamedTuple):
    """One mail, parsed. Holds nothing of the database and nothing that a second parse would change.

    A named tuple, as one is made for every mail: a frozen dataclass of so many fields takes ten
    times as long to make.

    - `position`: where it lies, to find it again: path below the source, and `@byte` in an mbox.
    - `folder`: the folder's name as the mail program shows it; `sent` says that it is an owner's
      sent folder.
    - `message_id`: without angle brackets, None where there was none.
    - `references`: ids of earlier mails, oldest first, the answered one last; no duplicates.
    - `sent_at`: aware, in UTC; None where no believable date was found
      (`undated_because` says why).
    - `offset_minutes`: of the zone in which the date was said; None if unknown.
    - `dated_by`: 'date', its own header; 'received', a server's note; '' where it is undated.
    - `parties`: From, Sender where another than From, To, Cc, Bcc; `cut`: how many recipients more
      there were, at least.
    - `text`: the plain text, whole, quotes included.
    - `sort`: what sort of mail it is. `automatic`: written by a machine, of whatever sort.
    - `labels`: what its owner's mail program calls it, beside the folder.
    - `gone`: the addresses to which, as a bounce reports, no mail can be delivered any more.
    - `list_host`: of a list's mail, the host where the list lives, '' if it does not say.
    - `content_key`: 16 bytes, the same for the same mail stored twice under two Message-IDs.
    """

    position: str
    folder: str
    sent: bool
    message_id: str | None
    references: tuple[str, ...]
    sent_at: datetime | None
    undated_because: str
    offset_minutes: int | None
    parties: tuple[tuple[Part, Party], ...]
    subject: str
    text: str
    automatic: bool
    size: int
    content_key: bytes
    sort: Sort
    dated_by: str
    labels: tuple[str, ...] = ()
    cut: int = 0
    gone: tuple[str, ...] = ()
    list_host: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An item of a source that is not to become an activity: where it lies and why, for a person.

    - `code`: "refused" (cannot be read, or is no mail), "deleted" (by its owner, in the mail
      program: still in the file, not shown there any more), "blocked" (its domain or label is).
    - `message_id`, `sent_at`, `addresses`: as in the mail's record, where it could be read
      (None and () otherwise), so that it can be found again by them.
    """

    position: str
    reason: str
    code: str = "refused"
    message_id: str | None = None
    sent_at: datetime | None = None
    addresses: tuple[str, ...] = ()
