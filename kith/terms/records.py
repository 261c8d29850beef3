"""What sources hand to the pipeline: one shape per kind of evidence, whatever file it came from."""

from dataclasses import dataclass
from datetime import datetime

from kith.terms.words import Part, Sort


@dataclass(frozen=True, slots=True)
class Party:
    """One address as a header gives it: lower-cased, with the name beside it ('' if none)."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class MailRecord:
    """One mail, parsed. Holds nothing of the database and nothing that a second parse would change.

    - `position`: where it lies, to find it again: path below the source, and `@byte` in an mbox.
    - `folder`: the folder's name as the mail program shows it; `sent` says that it is an owner's
      sent folder.
    - `message_id`: without angle brackets, None where there was none.
    - `references`: ids of earlier mails, oldest first, the answered one last; no duplicates.
    - `sent_at`: aware, in UTC; None where no believable date was found
      (`undated_because` says why).
    - `offset_minutes`: of the zone in which the date was said; None if unknown.
    - `dated_by`: 'date', its own header; 'received', a server's note; '' where it is undated.
    - `text`: the plain text, whole, quotes included.
    - `sort`: what sort of mail it is. `automatic`: written by a machine, of whatever sort.
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


@dataclass(frozen=True, slots=True)
class Refusal:
    """An item of a source that could not become a record: where it lies and why, for a person."""

    position: str
    reason: str
