"""Mails that tests write to files, to bring them in by the front door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Letter:
    """One mail. `id` '' leaves the Message-ID out, `sent` None the date."""

    id: str
    sender: str = "Cleo Crane <cleo@client.example>"
    to: tuple[str, ...] = ("ann@firm.example",)
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    sent: datetime | None = NOON
    subject: str = "Seals for the P-40"
    text: str = "Good morning."
    refers: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def data(self) -> bytes:
        lines = {
            "From": self.sender,
            "To": ", ".join(self.to),
            "Cc": ", ".join(self.cc),
            "Bcc": ", ".join(self.bcc),
            "Date": format_datetime(self.sent) if self.sent else "",
            "Message-ID": f"<{self.id}@post.example>" if self.id else "",
            "References": " ".join(f"<{one}@post.example>" for one in self.refers),
            "Subject": self.subject,
            "Content-Type": "text/plain; charset=utf-8",
            **self.headers,
        }
        head = "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
        return f"{head}\n{self.text}\n".encode()


def folder(path: Path, letters: Iterable[Letter], *, sent: bool = False) -> Path:
    """A folder of single messages; `sent`: below it, in one of that name."""
    place = path / "Sent" if sent else path
    place.mkdir(parents=True, exist_ok=True)
    for number, letter in enumerate(letters):
        (place / f"{number:05}.eml").write_bytes(letter.data())
    return path


def mbox(path: Path, letters: Iterable[Letter]) -> Path:
    """An mbox file, its name the folder's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for letter in letters:
            file.write(b"From - Tue Mar  4 12:00:00 2025\n" + letter.data() + b"\n")
    return path


def maildir(path: Path, inbox: Iterable[Letter], sent: Iterable[Letter] = ()) -> Path:
    """A Maildir with its sub-folder of sent mail."""
    for place, letters in ((path, inbox), (path / ".Sent", sent)):
        for name in ("cur", "new", "tmp"):
            (place / name).mkdir(parents=True, exist_ok=True)
        for number, letter in enumerate(letters):
            (place / "cur" / f"17000{number:05}.M1P1.host:2,S").write_bytes(letter.data())
    return path
