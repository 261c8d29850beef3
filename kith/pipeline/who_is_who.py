"""Who might be whom: pure rules over names, addresses and the days on which people wrote.

Precision before completeness: a queue in which every third question is silly is not answered. See
docs/people.md for the rules in words.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kith.ledger.people.lookalikes import Alike
from kith.ledger.people.names import fold
from kith.ledger.people.shared import is_office_name
from kith.pipeline.like_names import may_be_one
from kith.pipeline.organisations import registrable

SAME_PERSON, NEW_EMPLOYER, SAME_COLLEAGUE = "same_person", "new_employer", "same_colleague"

COMMON = 2  # more people than this under one name, and the name alone says nothing
ADDRESSES = 3  # of one name at one account: more are a machine's
OVERLAP = timedelta(days=45)  # a last mail from the old desk after the first from the new one
APART = timedelta(days=730)  # longer silent than this, and it may be anybody of that name

_CUT = re.compile(r"[._\-]+")
_SHORT_CAPITALS = re.compile(r"[A-Z]{2,3}")
_NUMBERED = re.compile(r"\d{6}")


class Pair(NamedTuple):
    """Two addresses, of two people, that may be one person's."""

    one: Alike
    other: Alike


class Proposal(NamedTuple):
    """What is asked of a pair. `one` is the person to keep; for a new employer, the old place."""

    kind: str
    one: Alike
    other: Alike


Days = tuple[date, date]  # the first and the last on which they wrote
Person = list[Alike]  # one person's addresses


def same_names(rows: Iterable[Alike], *, among: Collection[int]) -> Iterator[Pair]:
    """Pairs of people with one full name, of whom one at least is `among` these.

    A name that more than two bear says nothing, but within one account.
    """
    for people in _by_key(rows).values():
        if len(people) <= COMMON:
            yield from _pairs(people, among)
            continue
        places: dict[int, list[Person]] = defaultdict(list)
        for person in people:
            if (place := person[0].account_id) is not None:
                places[place].append(person)
        for here in places.values():
            if len(here) <= ADDRESSES:
                yield from _pairs(here, among)


def initials(rows: Iterable[Alike], *, among: Collection[int]) -> Iterator[Pair]:
    """Within each account: an address without a name that reads as just one person's initials.

    `m.voss@`, `mvoss@` and "M. Voss" beside one Mara Voss; not beside Mara and Max.
    """
    places: dict[int, list[Person]] = defaultdict(list)
    for person in _people(rows):
        if (place := person[0].account_id) is not None:
            places[place].append(person)
    for here in places.values():
        yield from _initials_at(here, among)


def tell(pair: Pair, wrote: Mapping[int, Days]) -> Proposal | None:
    """What is to be asked about two outside people of one name; None: nothing.

    `wrote`: by address id, first and last day of mails they wrote.
    """
    one, other = pair
    if one.account_id == other.account_id:
        return Proposal(SAME_PERSON, *pair) if one.account_id is not None else None
    if one.account_id is None or other.account_id is None:
        kept, private = pair if other.account_id is None else (other, one)
        return Proposal(SAME_PERSON, kept, private)
    if _label(one) == _label(other):
        return Proposal(SAME_PERSON, *pair)
    if one.address_id not in wrote or other.address_id not in wrote:
        return None
    old, new = sorted(pair, key=lambda row: (wrote[row.address_id], row.address_id))
    (_, left), (joined, last) = wrote[old.address_id], wrote[new.address_id]
    if left - OVERLAP <= joined <= left + APART and last > left:
        return Proposal(NEW_EMPLOYER, old, new)
    return None


def tell_colleague(pair: Pair, counted: Collection[int]) -> Proposal | None:
    """Aliases of one colleague; two who both sign in are two.

    Asked only once both addresses are `counted` in mail with the outside: before, it is no matter.
    """
    one, other = pair
    if (one.signs_in and other.signs_in) or not {one.address_id, other.address_id} <= set(counted):
        return None
    kept, absorbed = (other, one) if other.signs_in else pair
    return Proposal(SAME_COLLEAGUE, kept, absorbed)


def is_full_name(name: str, key: str) -> bool:
    """Two to four words that name a person and no office, machine or firm."""
    words = key.split()
    return (
        2 <= len(words) <= 4
        and all(len(word) > 1 for word in words)
        and not any(c.isdigit() or c in "@&/" for c in name)
        and not is_office_name(name)
    )


def _by_key(rows: Iterable[Alike]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in _people(rows):
        first = person[0]
        if is_full_name(first.name, first.key) and not _is_firm(first):
            found[first.key].append(person)
    return found


def _people(rows: Iterable[Alike]) -> list[Person]:
    people: dict[int, Person] = defaultdict(list)
    for row in sorted(set(rows), key=lambda row: row.address_id):
        people[row.person].append(row)
    return list(people.values())


def _pairs(people: list[Person], among: Collection[int]) -> Iterator[Pair]:
    """The first with each of the others: what they are to each other follows."""
    first, *others = (person[0] for person in people)
    for other in others:
        is_asked = first.person in among or other.person in among
        if is_asked and may_be_one(first.name, other.name):
            yield Pair(first, other)


def _initials_at(people: list[Person], among: Collection[int]) -> Iterator[Pair]:
    full: dict[str, list[Person]] = defaultdict(list)
    short: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        first = person[0]
        if is_full_name(first.name, first.key):
            for form in _forms(first.name):
                full[form].append(person)
        elif len(person) == 1 and (form := _short(first)):
            short[form].append(person)
    for form, unnamed in short.items():
        if len(unnamed) == len(full[form]) == 1:
            one, other = full[form][0][0], unnamed[0][0]
            if one.person in among or other.person in among:
                yield Pair(one, other)


def _forms(name: str) -> set[str]:
    """How the local part of a person's address may read: initial and last name, in any order."""
    words = [word for word in re.split(r"[^\w]+", fold(name)) if len(word) > 1]
    first, last = words[0], words[-1]
    pairs = ((first[0], last), (first, last), (first, last[0]))
    return {f"{a}{b}" for a, b in pairs} | {f"{last}{first[0]}", f"{last}{first}"}


def _short(row: Alike) -> str:
    """The form an unnamed address or an initialled name has; '' where it has none."""
    if not row.named:
        return _CUT.sub("", row.address.partition("@")[0])
    initial, *last = sorted(row.key.split(), key=len)
    return f"{initial}{last[0]}" if len(last) == len(initial) == 1 < len(last[0]) else ""


def _is_firm(row: Alike) -> bool:
    """A name that is the domain's (`Lindner Bau` at lindner-bau), or that begins with initials and
    goes on in small letters (`TD Client`); a machine that numbers its addresses."""
    words = re.findall(r"\w+", row.name)
    return (
        "".join(words).casefold() == _label(row).replace("-", "")
        or (_SHORT_CAPITALS.fullmatch(words[0]) is not None and not row.name.isupper())
        or _NUMBERED.search(row.address.partition("@")[0]) is not None
    )


def _label(row: Alike) -> str:
    """`client` of `mara@mail.client.example`: one firm's domains in two countries share it."""
    host = row.address.rpartition("@")[2]
    return (registrable(host) or host).partition(".")[0]
