"""One mail of the demo before it becomes bytes."""

from dataclasses import dataclass
from datetime import datetime

from kith.demo.people import Person


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as its sender meant it.

    - `moment`: Berlin's wall clock, naive; files say it in the sender's zone.
    - `text`: what the sender wrote, with greeting and signature; `quoted`: what hangs below it.
    - `answers`: Message-IDs of the thread so far, oldest first; empty also where the sender's
      program left them out.
    - `list_id`, `automatic`: as the headers of that name. `delivered`: whose mailboxes got it
      although they stand in no header (mailing lists). `headers`: further ones, as machines write.
    """

    message_id: str
    moment: datetime
    sender: Person
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    text: str
    quoted: str = ""
    answers: tuple[str, ...] = ()
    list_id: str = ""
    automatic: str = ""
    delivered: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def body(self) -> str:
        return f"{self.text}\n\n{self.quoted}\n" if self.quoted else f"{self.text}\n"

    @property
    def addressees(self) -> tuple[Person, ...]:
        return (*self.to, *self.cc)
