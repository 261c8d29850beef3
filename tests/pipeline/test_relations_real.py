"""How often the guess of who is who is right, on domains of a real firm that were sorted by hand.

`tests/pipeline/labelled_domains.py` tells how they were drawn. The table that this prints (pytest
-s) stands in docs/signals/relations.md.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from hashlib import blake2b
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import ibis
import pytest

from kith.ledger.activities.incoming import IncomingMail
from kith.pipeline.decide import House
from kith.pipeline.organisations import OurDomains, outside_domain
from kith.pipeline.prepare import prepared
from kith.signals import relations
from kith.terms.words import Direction, Level, Part, Side
from tests.pipeline.labelled_domains import LABELS
from tests.signals.generator import Row, as_ibis, tables

pytestmark = pytest.mark.real_data
HOME = Path(os.environ.get("KITH_REAL_DATA", "~/.cache/kith-data")).expanduser()
MAILS = HOME / "enron" / "maildir"
LATEST = datetime(2026, 1, 1, tzinfo=UTC)
AS_OF = date(2002, 12, 31)
HOUSE = House(OurDomains(frozenset({"enron.com"})), ZoneInfo("America/Chicago"), {})
SOLD_TO = {"customer", "prospect"}  # who alone raises findings
COLUMNS = ("labelled", "found", "none", "guessed", "right")
Guess = tuple[str | None, str]  # the guess and its reason


class Numbers:
    """A number for each name, in the order of first asking."""

    def __init__(self) -> None:
        self._next = count(1)
        self.known: dict[str, int] = {}

    def of(self, name: str) -> int:
        if name not in self.known:
            self.known[name] = next(self._next)
        return self.known[name]


def mails() -> Iterator[tuple[str, IncomingMail]]:
    """Each mail once, with the mailbox that holds it first."""
    seen: set[bytes] = set()
    for box in sorted(path for path in MAILS.iterdir() if path.is_dir()):
        for chunk in prepared(box, None, LATEST, HOUSE, f"{box.name}@enron.com", Level.FULL):
            for mail in chunk.mails:
                if mail.content_key not in seen:
                    seen.add(mail.content_key)
                    yield box.name, mail


def touches_of(
    activity: int, box: str, mail: IncomingMail, people: Numbers, accounts: Numbers
) -> Iterator[Row]:
    if mail.happened_at is None or mail.direction is Direction.INTERNAL:
        return
    ours = [a for a, _, side, _ in mail.parties if side == Side.OURS] or [f"{box}@enron.com"]
    for address, part, side, day in mail.parties:
        domain = outside_domain(address)
        if side != Side.THEIRS or domain is None:
            continue
        for colleague in ours:
            yield {
                "activity_id": activity, "colleague_id": people.of(colleague),
                "contact_id": people.of(address), "account_id": accounts.of(domain),
                "direction": mail.direction.value, "part": int(Part(part)),
                "recipients": mail.recipients, "is_mass": mail.is_mass,
                "is_automatic": mail.is_automatic, "asks": mail.asks, "says": mail.says,
                "kind": "email", "thread_id": None, "day": day, "instant": mail.happened_at,
                "offset_minutes": None, "known_day": day,
            }  # fmt: skip


@pytest.fixture(scope="module")
def guesses() -> Mapping[str, Guess]:
    """By the hash of the domain."""
    if not MAILS.is_dir():
        pytest.skip("the real mail is not there")
    people, accounts = Numbers(), Numbers()
    rows = [
        row
        for activity, (box, mail) in enumerate(mails(), 1)
        for row in touches_of(activity, box, mail, people, accounts)
    ]
    names = {number: (domain, None) for domain, number in accounts.known.items()}
    facts = as_ibis(tables(rows, accounts=names))
    found = ibis.duckdb.connect().to_pyarrow(relations.signal(facts, as_of=AS_OF)).to_pylist()
    domains = {number: domain for domain, number in accounts.known.items()}
    return {hashed(domains[r["account_id"]]): (r["guess"], r["reason"]) for r in found}


def hashed(domain: str) -> str:
    return blake2b(domain.encode(), digest_size=8).hexdigest()


def labelled(*strata: str) -> list[tuple[str, list[str]]]:
    return [(key, labels.split("|")) for s in strata for key, labels in LABELS[s]]


def table(guesses: Mapping[str, Guess], *strata: str) -> Mapping[str, Counter[str]]:
    """Per class: how many are labelled so first, how many are guessed so, how many of these right,
    and of how many nothing is guessed."""
    found: dict[str, Counter[str]] = {}
    for key, labels in labelled(*strata):
        guess = guesses[key][0]
        found.setdefault(labels[0], Counter())["labelled"] += 1
        if guess is None:
            found[labels[0]]["none"] += 1
            continue
        found.setdefault(guess, Counter())["guessed"] += 1
        found[guess]["right"] += guess in labels
        found[labels[0]]["found"] += guess in labels
    return found


def test_the_guess_is_as_good_as_the_page_says(guesses: Mapping[str, Guess]) -> None:
    drawn = table(guesses, "active", "middle", "random")
    drawn_strata = ("active", "middle", "random")
    for strata in (*((one,) for one in drawn_strata), drawn_strata, ("guessed",)):
        print(f"\n{' + '.join(strata)}")  # noqa: T201
        for kind, row in sorted(table(guesses, *strata).items()):
            numbers = (f"{name} {row[name]}" for name in COLUMNS)
            print(f"  {kind:9}", *numbers)  # noqa: T201
    noise = drawn["noise"]
    assert noise["right"] / noise["guessed"] >= 0.95
    assert noise["found"] / noise["labelled"] >= 0.6
    right = sum(row["right"] for row in drawn.values())
    assert right / sum(row["guessed"] for row in drawn.values()) >= 0.93
    suppliers = table(guesses, *LABELS)["supplier"]
    assert suppliers["right"] / suppliers["guessed"] >= 0.6


def test_nobody_we_sell_to_is_silenced(guesses: Mapping[str, Guess]) -> None:
    for key, labels in labelled(*LABELS):
        if labels[0] in SOLD_TO:
            assert guesses[key][0] in {None, "partner", *SOLD_TO}, key
