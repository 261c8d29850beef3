"""The list of what is blocked, a new block, and one less."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kith.ledger.rights.block_readers import may_change, own_block, visible_blocks
from kith.ledger.rights.block_writers import block, unblock
from kith.ledger.rights.models import Block, Mailbox, User
from kith.ledger.rights.readers import own_mailbox, own_mailboxes
from kith.surfaces.web.frame.reader import reader_of
from kith.terms.errors import BadInput, Refused
from kith.terms.words import Role

FIRM = "firm"


@require_http_methods(["GET", "HEAD", "POST"])
def blocks(request: HttpRequest) -> HttpResponse:
    """The firm's blocks and one's own; a POST adds one."""
    user = reader_of(request)
    if request.method != "POST":
        return _page(request, user)
    kind = Block.LABEL if request.POST.get("kind") == Block.LABEL else Block.DOMAIN
    try:
        where = _where(user, request.POST.get("where", ""))
        block(kind, request.POST.get("value", ""), where, actor=user)
    except (BadInput, Refused) as error:
        return _page(request, user, error)
    return redirect("blocks")


@require_POST
def remove(request: HttpRequest, block_id: int) -> HttpResponse:
    """Such mail may come in again from the next import on."""
    user = reader_of(request)
    unblock(own_block(user, block_id), actor=user)
    return redirect("blocks")


def _where(user: User, text: str) -> Mailbox | None:
    """The mailbox that is meant; None: the whole firm. Raises NotVisible for another's."""
    if text == FIRM:
        return None
    return own_mailbox(user, int(text) if text.isascii() and text.isdigit() else 0)


def _page(
    request: HttpRequest, user: User, error: BadInput | Refused | None = None
) -> HttpResponse:
    context = {
        "rows": [(row, may_change(user, row.mailbox)) for row in visible_blocks(user)],
        "boxes": own_mailboxes(user),
        "for_firm": user.role == Role.MANAGER,
        "error": error,
        "given": request.POST,
    }
    return render(request, "blocks/page.html", context, status=400 if error else 200)
