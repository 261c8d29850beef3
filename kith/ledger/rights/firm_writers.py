"""Verbs on the firm itself: its name, zone, currency, and the mail domains that are its own."""

from kith.ledger.guard import writer
from kith.ledger.rights.domains import folded_domain
from kith.ledger.rights.models import Block, Firm, OwnDomain, User
from kith.ledger.rights.readers import founded
from kith.ledger.rights.writers import note
from kith.terms.errors import BadInput, Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Role


@writer
def change_firm(*, name: str, zone: str, currency: str, actor: User | None) -> Firm:
    """The firm is called so, its days begin there, its money is that. Raises Refused where the
    actor is no manager, BadInput for a firm without a name."""
    _allow(actor)
    if not name.strip():
        raise BadInput(
            gettext_noop("A firm has a name."),
            cure=gettext_noop("Write it as your customers know it."),
        )
    found = founded()
    told = {"name": name.strip(), "zone": zone, "currency": currency}
    before = {field: getattr(found, field) for field in told}
    if told == before:
        return found
    for field, value in told.items():
        setattr(found, field, value)
    found.save(update_fields=list(told))
    note("change_firm", "firm", found.pk, actor=actor, old=before, new=told)
    return found


@writer
def add_domain(value: str, *, actor: User | None) -> OwnDomain:
    """From now on, whoever writes from there is a colleague. What is here already stays as it is.

    The same again gives the same domain. Raises BadInput for what is no domain, Refused where the
    actor is no manager or the domain is blocked.
    """
    _allow(actor)
    folded = folded_domain(value)
    if Block.objects.filter(kind=Block.DOMAIN, value=folded).exists():
        raise Refused(
            gettext_noop("Mail of {domain} is blocked."),
            cure=gettext_noop("Let it in again first."),
            domain=folded,
        )
    found, created = OwnDomain.objects.get_or_create(domain=folded)
    if created:
        note("add_domain", "own_domain", found.pk, actor=actor, new={"domain": folded})
    return found


@writer
def remove_domain(found: OwnDomain, *, actor: User | None) -> None:
    """From now on, whoever writes from there is somebody outside. Raises Refused where the actor is
    no manager."""
    _allow(actor)
    note("remove_domain", "own_domain", found.pk, actor=actor, old={"domain": found.domain})
    found.delete()


def _allow(actor: User | None) -> None:
    """The machine's operator (None) may, and managers."""
    if actor is not None and actor.role != Role.MANAGER:
        raise Refused(
            gettext_noop("Only a manager changes what the firm is."),
            cure=gettext_noop("Ask one of yours."),
        )
