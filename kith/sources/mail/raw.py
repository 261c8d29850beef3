"""One mail as it lies in its source, before anything is read in it."""

from dataclasses import dataclass

# What is read of one mail. Texts stand in front of attachments, so a larger one loses nothing
# that a record holds; a disk image that strayed into a folder costs no more memory than this.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RawMail:
    """Where a mail lies and its bytes (at most `LARGEST`).

    `position`, `folder` and `sent` are as in `kith.terms.records.MailRecord`. `problem` says, for a
    person, why the bytes could not be read ('' if they could).
    """

    position: str
    folder: str
    sent: bool
    data: bytes
    problem: str = ""
