"""Everybody with a sign-in, for those who look after it; and what a domain of ours is."""

from dataclasses import dataclass

from kith.ledger.rights.models import Mailbox, OwnDomain, User
from kith.terms.errors import NotVisible
from kith.terms.words import Role


@dataclass(frozen=True, slots=True)
class Colleague:
    """A user as the list shows them. `has_come`: they chose a password, or were let in by one.

    `may_be_given`: a manager may hand them their first password's address. Never where a mailbox of
    theirs stands here already: who chooses the password would read their mail.
    """

    user: User
    has_come: bool
    may_be_given: bool


def everybody(user: User) -> list[Colleague]:  # noqa: ARG001 - open to the whole firm
    """All of them, by name, those who are switched off last."""
    owners = set(Mailbox.objects.values_list("owner_id", flat=True))
    found = User.objects.order_by("-is_active", "name", "id")
    return [_shown(one, owners) for one in found]


def one_of_us(user: User, user_id: int) -> User:
    """One of them, to change something. Raises NotVisible for anybody but a manager."""
    found = User.objects.filter(pk=user_id).first() if user.role == Role.MANAGER else None
    if found is None:
        raise NotVisible("There is nobody here whom you may change.")
    return found


def may_be_given(user: User) -> bool:
    """Whether a manager may hand the user the address at which a first password is chosen."""
    owners = set(Mailbox.objects.filter(owner=user).values_list("owner_id", flat=True))
    return _shown(user, owners).may_be_given


def invited_one(user_id: int) -> User:
    """Somebody who may choose their first password. Raises NotVisible for anybody else."""
    found = User.objects.filter(pk=user_id).first()
    if found is None or not may_be_given(found):
        raise NotVisible("Nobody is waited for here.")
    return found


def our_domain(user: User, domain_id: int) -> OwnDomain:
    """One of the firm's own, to take away. Raises NotVisible for anybody but a manager."""
    found = OwnDomain.objects.filter(pk=domain_id).first() if user.role == Role.MANAGER else None
    if found is None:
        raise NotVisible("There is no domain here that you may change.")
    return found


def our_domains() -> list[OwnDomain]:
    """The firm's own mail domains."""
    return list(OwnDomain.objects.order_by("domain"))


def _shown(user: User, owners: set[int]) -> Colleague:
    has_come = user.has_usable_password()
    return Colleague(user, has_come, user.is_active and not has_come and user.pk not in owners)
