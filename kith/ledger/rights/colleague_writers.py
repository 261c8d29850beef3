"""Verbs on people with a sign-in, after they were invited: role, zone, off and on again."""

from kith.ledger.guard import writer
from kith.ledger.rights.models import User
from kith.ledger.rights.writers import note
from kith.terms.errors import Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Role


@writer
def change_role(user: User, role: Role, *, actor: User | None) -> None:
    """What the user may see follows at once. Raises Refused where the actor is no manager, or no
    manager would be left."""
    _allow(actor)
    if user.role == role:
        return
    if user.role == Role.MANAGER:
        _leave_one(user)
    note("change_role", "user", user.pk, actor=actor, old={"role": user.role}, new={"role": role})
    user.role = role
    user.save(update_fields=["role"])


@writer
def switch_off(user: User, *, actor: User | None) -> None:
    """The user comes in no more; their mail, and what they did, stays. Raises Refused where the
    actor is no manager, or means themselves, or no manager would be left."""
    _allow(actor)
    if actor is not None and actor.pk == user.pk:
        raise Refused(
            gettext_noop("You would lock yourself out."),
            cure=gettext_noop("Ask another manager to do it."),
        )
    if user.role == Role.MANAGER:
        _leave_one(user)
    if user.is_active:
        _set_active(user, "switch_off", is_active=False, actor=actor)


@writer
def switch_on(user: User, *, actor: User | None) -> None:
    """The user may come in again. Raises Refused where the actor is no manager."""
    _allow(actor)
    if not user.is_active:
        _set_active(user, "switch_on", is_active=True, actor=actor)


@writer
def change_zone(user: User, zone: str, *, actor: User | None) -> None:
    """In which zone the user's days begin; '': the firm's. Raises Refused for anybody else's."""
    if actor is not None and actor.pk != user.pk:
        raise Refused(
            gettext_noop("Everybody sets their own time zone."), cure=gettext_noop("Ask them to.")
        )
    if user.zone == zone:
        return
    note("change_zone", "user", user.pk, actor=actor, old={"zone": user.zone}, new={"zone": zone})
    user.zone = zone
    user.save(update_fields=["zone"])


def _set_active(user: User, verb: str, *, is_active: bool, actor: User | None) -> None:
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    note(verb, "user", user.pk, actor=actor)


def _leave_one(user: User) -> None:
    """A firm without a manager could invite nobody, and change nothing of its own."""
    others = User.objects.select_for_update().filter(role=Role.MANAGER, is_active=True)
    if not others.exclude(pk=user.pk).exists():
        raise Refused(
            gettext_noop("{name} is the only manager."),
            cure=gettext_noop("Make somebody else one first."),
            name=user.name,
        )


def _allow(actor: User | None) -> None:
    """The machine's operator (None) may, and managers."""
    if actor is not None and actor.role != Role.MANAGER:
        raise Refused(
            gettext_noop("Only a manager changes who may come in."),
            cure=gettext_noop("Ask one of yours."),
        )
