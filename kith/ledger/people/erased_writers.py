"""Verbs on erased people: remembering them, and taking out of the ledger who they were."""

from collections.abc import Collection, Iterable

from django.utils import timezone

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.keys import address_key as left_out_key
from kith.ledger.imports.models import Arrival
from kith.ledger.imports.writers import restamp
from kith.ledger.people.erased import address_key, name_keys
from kith.ledger.people.erased_readers import erasing_secret
from kith.ledger.people.models import Erased
from kith.ledger.rights.models import User


@writer
def remember_erased(
    addresses: Iterable[str], names: Iterable[list[str]], *, actor: User | None
) -> None:
    """Keeps keyed hashes of addresses and of full names, given as their words."""
    secret, now = erasing_secret(), timezone.now()
    keys = {address_key(secret, address) for address in addresses}
    keys |= {key for words in names for key in name_keys(secret, words)}
    bulk.insert_new(
        Erased,
        ["key", "erased_by_id", "erased_at"],
        [(key, actor.pk if actor else None, now) for key in sorted(keys)],
    )


@writer
def delete_person(
    contact_ids: Collection[int], addresses: Collection[tuple[int, str]], *, actor: User | None
) -> None:
    """Deletes contacts with their addresses, names, employments and merges.

    No participant may point at the addresses any more.
    """
    address_ids = [pk for pk, _ in addresses]
    employments = [
        pk
        for (pk,) in bulk.select_in(
            "SELECT id FROM ledger_employment WHERE contact_id IN ({values})", contact_ids
        )
    ]
    for kind, ids in (
        (Arrival.CONTACT, contact_ids),
        (Arrival.ADDRESS, address_ids),
        (Arrival.EMPLOYMENT, employments),
    ):
        bulk.change_in(
            f"DELETE FROM ledger_arrival WHERE kind = {kind} AND object_id IN ({{values}})",  # noqa: S608
            ids,
        )
    for table, column, ids in (
        ("ledger_nameseen", "address_id", address_ids),
        ("ledger_address", "id", address_ids),
        ("ledger_employment", "contact_id", contact_ids),
        ("ledger_contact", "id", contact_ids),
    ):
        bulk.change_in(f"DELETE FROM {table} WHERE {column} IN ({{values}})", ids)  # noqa: S608
    for column in ("kept_id", "absorbed_id"):
        bulk.change_in(
            f"DELETE FROM ledger_merge WHERE kind = 'contact' AND {column} IN ({{values}})",  # noqa: S608
            contact_ids,
        )
    bulk.change_in(
        "DELETE FROM ledger_leftoutaddress WHERE key IN ({values})",
        [left_out_key(address) for _, address in addresses],
    )
    restamp([("contacts", 0)], actor=actor)
