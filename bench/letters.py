"""Generated mail: a firm's mailboxes as folders of message files, from a seed."""

import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

HOUSE = "house.example"
MAILBOXES, EACH = 60, 500
BYTES = MAILBOXES * EACH * 5_000
FIRST = datetime(2025, 1, 1, 8, tzinfo=UTC)
_WORDS = """
    about after again agreed answer arrive batch bearing before bring carrier change check
    complete confirm contract cost customer date deliver discount draft drawing early enclosed
    figures final flange forward friday gasket invoice kindly late letter list look market
    measure meeting minutes monday motor move need next note number offer office order pallet
    parts pay please price project pump quality quote reach ready receive remain repair reply
    report sample seal send service ship short size sorry start stock supply talk team test
    thanks thursday today tomorrow travel under until valve visit wait week when works write
"""
WORDS = _WORDS.split()


def make(folder: Path) -> None:
    """`<mailbox>/<inbox or sent>/<n>.` in `folder`: a few long, most short."""
    chance = random.Random(7)
    for box in range(MAILBOXES):
        for kind in ("inbox", "sent"):
            (folder / f"person{box:02d}" / kind).mkdir(parents=True)
        said: list[tuple[str, str, str]] = []  # message id, subject, who else
        for number in range(EACH):
            kind, text = _letter(chance, box, number, said)
            (folder / f"person{box:02d}" / kind / f"{number}.").write_bytes(text.encode())


def letter(sender: str, to: str, subject: str, at: datetime, message_id: str, text: str) -> str:
    """A plain message."""
    return (
        f"Message-ID: <{message_id}>\r\nDate: {format_datetime(at)}\r\nFrom: {sender}\r\n"
        f"To: {to}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )


def _letter(
    chance: random.Random, box: int, number: int, said: list[tuple[str, str, str]]
) -> tuple[str, str]:
    me, message_id = f"person{box:02d}@{HOUSE}", f"{box}.{number}@{HOUSE}"
    kind = "sent" if chance.random() < 0.35 else "inbox"
    references = ""
    if said and chance.random() < 0.4:
        earlier, subject, other = chance.choice(said[-40:])
        subject = subject if subject.startswith("Re: ") else f"Re: {subject}"
        references = f"References: <{earlier}>\r\nIn-Reply-To: <{earlier}>\r\n"
    else:
        subject, other = " ".join(chance.choices(WORDS, k=4)).capitalize(), _other(chance, box)
    said.append((message_id, subject, other))
    sender, to = (me, other) if kind == "sent" else (other, me)
    at = FIRST + timedelta(hours=number * 15 + chance.random() * 10)
    return kind, references + letter(sender, to, subject, at, message_id, _text(chance))


def _other(chance: random.Random, box: int) -> str:
    """Two in five mails stay in the house."""
    if chance.random() < 0.4:
        who = chance.randrange(MAILBOXES)
        return f"Person {who} <person{who:02d}@{HOUSE}>"
    who = int(chance.paretovariate(0.8)) % 400
    return f"Contact {box}.{who} <contact{who}@customer{(box * 31 + who) % 900}.example>"


def _text(chance: random.Random) -> str:
    """Median 1,000 characters, one in twenty above 8,000."""
    words = chance.choices(WORDS, k=min(int(chance.lognormvariate(5.0, 1.3)), 8_000))
    lines = [" ".join(words[i : i + 12]) for i in range(0, len(words), 12)]
    return "\r\n".join(
        [*lines, "", "Could you confirm this?" if chance.random() < 0.2 else "Regards"]
    )
