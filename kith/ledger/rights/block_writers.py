"""Verbs on blocks: mail of a domain, or under a label, that never enters the ledger."""

from django.utils import timezone

from kith.ledger.guard import writer
from kith.ledger.rights.domains import LONGEST, folded_domain
from kith.ledger.rights.models import Block, Mailbox, OwnDomain, User
from kith.ledger.rights.writers import note
from kith.terms.errors import BadInput, Refused
from kith.terms.language import gettext_noop
from kith.terms.words import Role


@writer
def block(kind: str, value: str, mailbox: Mailbox | None, *, actor: User | None) -> Block:
    """Lets no mail of a domain, or under a label, into this mailbox; None: into any of the firm's.

    The same again gives the same block. Raises BadInput for what is no domain or label, Refused
    where the mailbox is not the actor's, or the actor is no manager and means the whole firm.
    What is in the ledger already stays.
    """
    folded = _domain(value) if kind == Block.DOMAIN else _label(value)
    _allow(mailbox, actor)
    found, created = Block.objects.get_or_create(
        kind=kind,
        value=folded,
        mailbox=mailbox,
        defaults={"blocked_by": actor, "blocked_at": timezone.now()},
    )
    if created:
        note("block", "block", found.pk, actor=actor, new=_shown(found))
    return found


@writer
def unblock(found: Block, *, actor: User | None) -> None:
    """Lets such mail in again from the next import on. Raises Refused as `block` does."""
    _allow(found.mailbox, actor)
    note("unblock", "block", found.pk, actor=actor, old=_shown(found))
    found.delete()


def _shown(found: Block) -> dict[str, object]:
    return {"kind": found.kind, "value": found.value, "mailbox": found.mailbox_id}


def _allow(mailbox: Mailbox | None, actor: User | None) -> None:
    if actor is None:
        return  # the machine's operator
    if mailbox is None and actor.role != Role.MANAGER:
        raise Refused(
            gettext_noop("Only a manager blocks mail for the whole firm."),
            cure=gettext_noop("Choose a mailbox."),
        )
    if mailbox is not None and mailbox.owner_id != actor.pk:
        raise Refused(
            gettext_noop("This mailbox is somebody else's."),
            cure=gettext_noop("Choose one of your own."),
        )


def _domain(value: str) -> str:
    folded = folded_domain(value)
    if OwnDomain.objects.filter(domain=folded).exists():
        raise BadInput(
            gettext_noop("{domain} is your own firm's."),
            cure=gettext_noop("Block a label instead."),
            domain=folded,
        )
    return folded


def _label(value: str) -> str:
    folded = " ".join(value.casefold().split())
    if not folded or len(folded) > LONGEST:
        raise BadInput(
            gettext_noop("A label has a name."),
            cure=gettext_noop("Write it as your mail program shows it."),
        )
    return folded
