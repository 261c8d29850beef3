"""Verbs on names: which were seen beside addresses, and what people are called by them.

An address bears the fullest name seen beside it, a person the fullest of their addresses' names. So
neither the order of imports, nor that of merges and undone imports, makes a difference.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.people.models import NameSeen
from kith.ledger.people.names import better_name, fold, match_key, name_from_address
from kith.ledger.rights.models import User


@writer
def see_names(
    names: Iterable[tuple[int, str]],
    batch: Batch,
    *,
    actor: User | None,
) -> None:
    """Notes the names a batch saw beside addresses: (address id, name); '' is none."""
    bulk.insert_new(
        NameSeen,
        ["address_id", "batch_id", "name"],
        [(address_id, batch.pk, name) for address_id, name in names if name],
    )


@writer
def name_addresses(names: Mapping[int, str], *, actor: User | None) -> None:
    """Gives addresses these names, by their ids, and their people the fullest that follows."""
    bulk.update(
        "UPDATE ledger_address SET name = %s WHERE id = %s",
        [(name, pk) for pk, name in names.items()],
    )
    people = list(
        bulk.select_in(
            "SELECT contact_id, colleague_id FROM ledger_address WHERE id IN ({values})", names
        )
    )
    name_people(
        {contact for contact, _ in people if contact},
        {colleague for _, colleague in people if colleague},
        actor=actor,
    )


@writer
def name_people(
    contacts: Collection[int],
    colleagues: Collection[int],
    *,
    actor: User | None,
) -> None:
    """Calls people by the fullest name of their addresses; who has none keeps what they had.

    A colleague whose user was given a name keeps that one.
    """
    bulk.update(
        "UPDATE ledger_contact SET name = %s, sort_key = %s, match_key = %s"
        " WHERE id = %s AND name <> %s",
        [(n, fold(n), match_key(n), pk, n) for pk, n in _called("contact", contacts)],
    )
    bulk.update(
        "UPDATE ledger_colleague SET name = %s, sort_key = %s, match_key = %s WHERE id = %s"
        " AND NOT EXISTS"
        " (SELECT 1 FROM ledger_user u WHERE u.id = user_id AND u.name <> u.email)",
        [(n, fold(n), match_key(n), pk) for pk, n in _called("colleague", colleagues)],
    )


def _called(who: Literal["contact", "colleague"], ids: Collection[int]) -> list[tuple[int, str]]:
    """The fullest name per person; where their addresses bear none, the fullest they read as."""
    names: dict[int, str] = {}
    read: dict[int, str] = {}
    for pk, name, address in bulk.select_in(
        f"SELECT {who}_id, name, address FROM ledger_address WHERE {who}_id IN ({{values}})",  # noqa: S608
        ids,
    ):
        names[pk] = better_name(names.get(pk, ""), name)
        read[pk] = better_name(read.get(pk, ""), name_from_address(address))
    return [(pk, name or read[pk]) for pk, name in names.items()]
