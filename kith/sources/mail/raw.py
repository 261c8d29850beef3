"""One mail as it lies in its source, before anything is read in it."""

from typing import NamedTuple

# What is read of one mail: more than mail systems let through (25 to 50 MB at most firms). Texts
# stand in front of attachments, so a larger mail is cut at its attachments and loses nothing that a
# record holds; a disk image that strayed into a folder costs no more memory than this.
LARGEST = 32 * 1024 * 1024


class Unreadable(Exception):
    """A file or a mail in it cannot be read; says why, for a person."""


class RawMail(NamedTuple):
    """Where a mail lies and its bytes (at most `LARGEST`).

    - `position`, `folder` and `sent` are as in `kith.terms.records.MailRecord`.
    - `problem` says, for a person, why the mail is left out ('' if it is not); `code` is then of
      `kith.terms.records.Refusal`. What the owner deleted still has its `data`.
    - `took`: bytes of the source that the mail takes up, where that is not the length of `data`.
    """

    position: str
    folder: str
    sent: bool
    data: bytes
    problem: str = ""
    code: str = "refused"
    took: int | None = None
