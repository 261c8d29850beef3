"""Reads the customers' files.

A line that begins with `@` says what holds for the accounts below it: rep, language, zone, hello,
currency, theme (of the mail, where it is not a customer's). An account is a line
`domain; name; town; trade` and, if nobody of ours but its representative ever writes to it,
`alone`; its people follow, indented: `name; sex; job; mean days between conversations` ('-': only
stories make them write), and `came 300`, `left 120` in days before the demo's last day.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from kith.demo.firm import COLLEAGUES
from kith.demo.people import TRADE, Account, Person, contact

ADDRESS = {one.name: one.address for one in COLLEAGUES.values()}


def accounts(package: str) -> Iterator[Account]:
    """Every account of the text files in that package, by file and in the file's order."""
    folder = files(package)
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".txt"):
            yield from parse(file.read_text(encoding="utf-8"))


def parse(text: str) -> Iterator[Account]:
    """The accounts of one file. KeyError: a representative nobody knows."""
    settings: dict[str, str] = {}
    for block in text.split("\n\n")[1:]:
        head, *rows = block.strip().splitlines()
        if head.startswith("@"):
            pairs = (part.partition(":") for part in head[1:].split(";"))
            settings = {name.strip(): value.strip() for name, _, value in pairs}
        else:
            yield _account(head, rows, settings)


def _account(head: str, rows: list[str], settings: dict[str, str]) -> Account:
    domain, name, town, trade, *marks = _parts(head)
    people = tuple(
        replace(
            _contact(row, domain),
            firm=name, town=town, trade=trade,
            language=settings.get("language", "de"), zone=settings.get("zone", "Europe/Berlin"),
            hello=settings.get("hello", "Moin"), currency=settings.get("currency", "EUR"),
        )
        for row in rows
    )  # fmt: skip
    themes = (settings["theme"],) if "theme" in settings else TRADE
    owner = ADDRESS[settings["rep"]]
    return Account(domain, name, owner, people, alone="alone" in marks, themes=themes)


def _contact(row: str, domain: str) -> Person:
    name, sex, job, every, *marks = _parts(row)
    words = " ".join(marks).split()
    days = dict(zip(words[::2], map(int, words[1::2]), strict=True))
    person = contact(name, sex, job, None if every == "-" else int(every), domain)
    return replace(person, came=days.get("came"), left=days.get("left"))


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(";")]
