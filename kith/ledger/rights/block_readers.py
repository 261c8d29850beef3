"""What is blocked: for an import, and for those who may look at it or change it."""

from django.db.models import Q

from kith.ledger.rights.models import Block, Mailbox, User
from kith.terms.errors import NotVisible
from kith.terms.words import Role


def blocks_for(mailbox: Mailbox) -> list[tuple[str, str]]:
    """(kind, value) of everything that may not enter the mailbox: its own blocks and the firm's."""
    rows = Block.objects.filter(Q(mailbox=mailbox) | Q(mailbox__isnull=True))
    return list(rows.values_list("kind", "value"))


def visible_blocks(user: User) -> list[Block]:
    """The firm's, which everybody may know, then those of the reader's own mailboxes."""
    rows = Block.objects.filter(Q(mailbox__owner=user) | Q(mailbox__isnull=True))
    return sorted(
        rows.select_related("mailbox", "blocked_by"),
        key=lambda row: (row.mailbox is not None, row.mailbox_id or 0, row.kind, row.value),
    )


def own_block(user: User, block_id: int) -> Block:
    """One that the reader may take away. Raises NotVisible for any other."""
    found = Block.objects.select_related("mailbox").filter(pk=block_id).first()
    if found is None or not may_change(user, found.mailbox):
        raise NotVisible("There is no such block here.")
    return found


def may_change(user: User, mailbox: Mailbox | None) -> bool:
    """The firm's blocks are its managers', a mailbox's are its owner's."""
    return user.role == Role.MANAGER if mailbox is None else mailbox.owner_id == user.pk
