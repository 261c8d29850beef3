"""Keeps erased people out of what comes in. Pure; costs nothing where nobody was erased.

They are known by keyed hashes alone, so every address of a mail is hashed, and so is whatever looks
like a full name: two words that begin with capitals.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from kith.ledger.people.erased import ErasedPeople
from kith.pipeline.decide import House
from kith.reading.erasing import Person, name_before
from kith.terms.records import MailRecord, Refusal
from kith.terms.words import Part

ERASED = "erased"  # kith.ledger.imports.models.LeftOut.ERASED, which needs Django
_LOCAL = re.compile(r"[\w.+'-]{1,64}$")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
# A capitalised word, and, looked ahead to, the one after it: "Maria Anna Crane" gives both pairs.
# It begins with the letter and not with a look behind it, so the search skips all small letters.
_CAPITAL = r"[A-Z\u00c0-\U0010ffff][\w'’-]*"
_PAIR = re.compile(rf"({_CAPITAL})(?=[\s,.>|_*-]{{1,12}}({_CAPITAL}))")


def without_erased(item: MailRecord | Refusal, house: House) -> MailRecord | Refusal:
    """The mail without them; left out where one wrote it or no other outsider is in it.

    A refused item's place and reason are freed of their addresses.
    """
    if house.erased is None:
        return item
    if isinstance(item, Refusal):
        return _refusal(item, house.erased)
    return _mail(item, house, house.erased)


def _refusal(item: Refusal, erased: ErasedPeople) -> Refusal:
    return replace(
        item,
        position=_freed(item.position, erased),
        reason=_freed(item.reason, erased),
        addresses=tuple(a for a in item.addresses if not erased.has_address(a)),
    )


def _freed(text: str, erased: ErasedPeople) -> str:
    """Without their addresses."""
    addresses, names = _mentioned(text, erased)
    return Person(tuple(sorted(addresses)), also=tuple(sorted(names))).erased(text).text


def _mail(record: MailRecord, house: House, erased: ErasedPeople) -> MailRecord | Refusal:
    theirs = {p.address: p.name for _, p in record.parties if erased.has_address(p.address)}
    if theirs and _goes_with_them(record, house, theirs.keys()):
        return Refusal(
            position=_freed(record.position, erased),
            reason="somebody in it was erased",
            code=ERASED,
            message_id=record.message_id,
            sent_at=record.sent_at,
        )
    whole = f"{record.subject}\n{record.text}"
    mentioned, names = _mentioned(whole, erased)
    mentioned |= {address for address in record.gone if erased.has_address(address)}
    names |= {name for name in theirs.values() if name}
    if not (theirs or mentioned or names):
        return record
    person = Person(tuple(sorted(theirs.keys() | mentioned)), tuple(sorted(names)))
    others = [p.name for _, p in record.parties if p.address not in theirs]
    return record._replace(
        parties=tuple(each for each in record.parties if each[1].address not in theirs),
        subject=person.erased_near(record.subject, others=others).text,
        text=person.erased_near(record.text, others=others).text,
        gone=tuple(address for address in record.gone if not erased.has_address(address)),
    )


def _goes_with_them(record: MailRecord, house: House, theirs: Collection[str]) -> bool:
    if any(part == Part.FROM and party.address in theirs for part, party in record.parties):
        return True
    outside = {p.address for _, p in record.parties if not house.ours.holds(p.address)}
    return not outside - set(theirs)


def _mentioned(text: str, erased: ErasedPeople) -> tuple[set[str], set[str]]:
    """Erased people's addresses in the text, and their names as they stand in it."""
    addresses, names = set[str](), set[str]()
    for start, address in _addresses(text):
        if not erased.has_address(address):
            address = address.rpartition(".")[0]  # as a file's name: cleo@client.example.eml
        if erased.has_address(address):
            addresses.add(address)
            if name := name_before(text, start):
                names.add(name)
    for match in _PAIR.finditer(text):
        if (
            erased.has_name(*match.groups())
            and not text[max(match.start() - 1, 0) : match.start()].isalnum()
        ):
            names.add(" ".join(match.groups()))
    return addresses, names


def _addresses(text: str) -> Iterator[tuple[int, str]]:
    """What looks like an address, with its place: from each `@` outwards, as there are few."""
    at = text.find("@")
    while at >= 0:
        local, domain = _LOCAL.search(text[max(at - 64, 0) : at]), _DOMAIN.match(text, at + 1)
        if local and domain:
            yield at - len(local[0]), f"{local[0]}@{domain[0]}".casefold()
        at = text.find("@", at + 1)
