"""A generated mbox of any size: short letters, every fourth with an attachment, from a seed."""

import base64
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.letters import HOUSE, WORDS, letter

FIRST = datetime(2020, 1, 1, 8, tzinfo=UTC)
ATTACHED = 340_000  # bytes, before base64: a drawing, a photograph
LINE = 76


def make(path: Path, size: int) -> int:
    """Writes at least `size` bytes to `path`, mail by mail; how many mails that made."""
    chance = random.Random(11)
    drawing = _lines(base64.b64encode(chance.randbytes(ATTACHED)).decode())
    number = 0
    with path.open("wb") as file:
        while file.tell() < size:
            file.write(_mail(chance, number, drawing if number % 4 == 0 else "").encode())
            number += 1
    return number


def _mail(chance: random.Random, number: int, drawing: str) -> str:
    at = FIRST + timedelta(minutes=number * 7)
    other = f"contact{int(chance.paretovariate(0.8)) % 4000}@customer{number % 900}.example"
    me = f"first@{HOUSE}"
    sender, to = (me, other) if chance.random() < 0.4 else (other, me)
    subject = " ".join(chance.choices(WORDS, k=4)).capitalize()
    text = " ".join(chance.choices(WORDS, k=150))
    whole = letter(sender, to, subject, at, f"m{number}@{HOUSE}", text)
    if drawing:
        whole = whole.replace("text/plain; charset=utf-8", 'multipart/mixed; boundary="cut"')
        head, _, body = whole.partition("\r\n\r\n")
        whole = (
            f"{head}\r\n\r\n--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
            "--cut\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            f"Content-Disposition: attachment; filename=drawing.png\r\n\r\n{drawing}\r\n--cut--\r\n"
        )
    return f"From {sender} {at:%a %b %d %H:%M:%S %Y}\n" + whole.replace("\r\n", "\n") + "\n"


def _lines(text: str) -> str:
    return "\r\n".join(text[i : i + LINE] for i in range(0, len(text), LINE))
