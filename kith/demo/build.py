"""Makes the demo company's files: what lies in a folder before anything of it is imported."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kith.demo import company, files, firm
from kith.demo.letter import Letter
from kith.demo.people import Account, Person
from kith.demo.stories.shelf import STORIES
from kith.demo.stories.story import Story
from kith.demo.trade.orders import sold
from kith.demo.trade.sheets import Book, write_books
from kith.demo.world import DAYS, simulate

BOOKS = "warenwirtschaft"


@dataclass(frozen=True, slots=True)
class Source:
    """One mailbox to import: where it lies and whose it is."""

    path: Path
    mailbox: str


@dataclass(frozen=True, slots=True)
class DemoCompany:
    """Everything `load` needs. `clock`: the day the demo stands at; `letters`, `lines`: how many.

    `books`: the firm's sheets, in the order in which they are to be read.
    """

    clock: date
    sources: tuple[Source, ...]
    letters: int
    books: tuple[Book, ...] = ()
    lines: int = 0
    name: str = firm.NAME
    domain: str = firm.DOMAIN
    currency: str = firm.CURRENCY
    zone: str = firm.ZONE
    language: str = firm.LANGUAGE
    manager: Person = firm.MANAGER
    technicians: tuple[Person, ...] = firm.TECHNICIANS
    representatives: tuple[Person, ...] = firm.REPRESENTATIVES
    accounts: tuple[Account, ...] = (*company.ACCOUNTS, *company.PARTNERS)
    stories: tuple[Story, ...] = STORIES


def build(home_files: Path, *, clock: date, letters: Sequence[Letter] | None = None) -> DemoCompany:
    """Writes five mailboxes and the books below `home_files`, in place of what an earlier build
    left there.

    `clock` is the last day; the caller moves it back to a working day (`calendar.on_or_before`).
    The same day gives the same bytes. `letters`: these, where it need not be all of them.
    """
    letters = simulate(clock) if letters is None else letters
    writers = (
        ("brodersen-thunderbird", files.write_mbox),
        ("renk-maildir", files.write_maildir),
        ("dijkstra-outlook", files.write_eml),
        ("osterkamp-thunderbird", files.write_mbox),
        ("hartley-outlook", files.write_eml),
    )
    sources = []
    for who, (name, write) in zip(firm.REPRESENTATIVES, writers, strict=True):
        folder = home_files / name
        shutil.rmtree(folder, ignore_errors=True)
        path = write(folder, who.address, files.held_by(who.address, letters))
        sources.append(Source(path=path, mailbox=who.address))
    lines = sold(clock)
    shutil.rmtree(home_files / BOOKS, ignore_errors=True)
    books = write_books(home_files / BOOKS, clock, clock - timedelta(days=DAYS), lines)
    return DemoCompany(
        clock=clock,
        sources=tuple(sources),
        letters=len(letters),
        books=tuple(books),
        lines=len(lines),
    )
