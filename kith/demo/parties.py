"""Who takes part in an ordinary conversation: the contact, ours, and who reads along."""

from random import Random

from kith.demo.company import account, owner_of
from kith.demo.firm import DESK, MANAGER, technician_of
from kith.demo.people import Person
from kith.demo.talk import Party


def party(contact: Person, apart: frozenset[str], rng: Random, *, desk: bool = False) -> Party:
    """The people of a conversation; the order desk holds it where `desk` says so."""
    owner = owner_of(contact)
    alone = account(contact.domain).alone
    we = DESK if desk and not alone else owner
    along = _cc(contact, apart, rng, alone=alone)
    return Party(
        parts={"they": contact, "we": we, "tech": technician_of(owner)},
        about=contact,
        cc=(owner, *along) if we != owner else along,
    )


def _cc(contact: Person, apart: frozenset[str], rng: Random, *, alone: bool) -> tuple[Person, ...]:
    """Somebody of theirs reads along now and then (always those who never write), ours rarely."""
    known = account(contact.domain).contacts
    others = [
        one
        for one in known
        if one != contact and one.address not in apart and (one.came, one.left) == (None, None)
    ]
    silent = [one for one in others if one.every is None]
    found: list[Person] = []
    if silent and rng.random() < 0.35:
        found.append(rng.choice(silent))
    elif others and rng.random() < 0.12:
        found.append(rng.choice(others))
    if rng.random() < 0.04 and not alone:
        found.append(MANAGER)
    return tuple(found)
