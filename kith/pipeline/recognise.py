"""Asks who is who after a batch of mail: who of those it brought may be somebody known already.

1. Whom the batch brought, or whose name it saw: only they can have become like somebody.
2. Who bears a like name, by the index of names; who works where they do, for initials.
3. Rules (`who_is_who`) say what is to be asked of each pair.
4. What was never asked is put: a private address' question to the owner of the mailbox that holds
   it, all others to everybody.
"""

from collections import defaultdict
from collections.abc import Iterable

from kith.ledger.activities.holder_readers import holders
from kith.ledger.imports.models import Batch
from kith.ledger.people import lookalikes
from kith.ledger.people.lookalikes import Alike
from kith.ledger.questions.pairs import counting, days_written, pair_key
from kith.ledger.questions.writers import Asking, ask
from kith.ledger.rights.models import User
from kith.pipeline.who_is_who import (
    SAME_PERSON,
    Proposal,
    initials,
    same_names,
    tell,
    tell_colleague,
)


def recognise(batch: Batch, *, actor: User | None) -> int:
    """Asks what the batch gave reason to ask. Returns how many new questions that made."""
    asking = [
        *_outside(lookalikes.contacts_of(batch)),
        *_ours(lookalikes.colleagues_of(batch)),
    ]
    return ask(asking, actor=actor) if asking else 0


def _outside(among: set[int]) -> list[Asking]:
    keys = lookalikes.common_keys("contact", among)
    pairs = {*same_names(lookalikes.with_keys(keys), among=among)}
    accounts = lookalikes.common_accounts(among)
    pairs.update(initials(lookalikes.at_accounts(accounts), among=among))
    wrote = days_written({row.address_id for pair in pairs for row in pair})
    told = [one for pair in sorted(pairs) if (one := tell(pair, wrote))]
    return _asking(told, lookalikes.with_ids({row.person for one in told for row in one[1:]}))


def _ours(among: set[int]) -> list[Asking]:
    keys = lookalikes.common_keys("colleague", among)
    known = list(lookalikes.colleagues_with_keys(keys))
    pairs = list(same_names(known, among=among))
    counted = counting({row.address_id for pair in pairs for row in pair})
    told = [one for pair in pairs if (one := tell_colleague(pair, counted))]
    return _asking(told, known)


def _asking(proposals: list[Proposal], rows: Iterable[Alike]) -> list[Asking]:
    """`rows`: all addresses of everybody proposed. A no to one pair of them is a no to all."""
    addresses: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        addresses[row.person].append(row.address)
    private = {one.other.address_id for one in proposals if _is_private(one)}
    held_by = holders(private)
    return [
        Asking(
            kind=kind,
            key=pair_key(one.address, other.address),
            proposal={"one": one.address_id, "other": other.address_id},
            evidence=[],
            put_to_id=held_by.get(other.address_id),
            also=tuple(
                pair_key(a, b) for a in addresses[one.person] for b in addresses[other.person]
            ),
        )
        for kind, one, other in proposals
        if other.address_id not in private or other.address_id in held_by
    ]


def _is_private(proposal: Proposal) -> bool:
    """An outside person's address that belongs to no account: its owner's mail alone speaks."""
    return proposal.kind == SAME_PERSON and proposal.other.account_id is None
