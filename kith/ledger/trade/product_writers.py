"""Verbs on products and their families, as sheets tell of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from kith.ledger import bulk
from kith.ledger.guard import writer
from kith.ledger.imports.models import Batch
from kith.ledger.imports.told_readers import told_before, values_of
from kith.ledger.imports.told_writers import brought, tell
from kith.ledger.people.models import NAME
from kith.ledger.people.names import fold
from kith.ledger.rights.models import User
from kith.ledger.trade.books import Books
from kith.ledger.trade.incoming import SaidProduct
from kith.ledger.trade.models import Family, Product
from kith.ledger.trade.told import FAMILY, PRODUCT
from kith.ledger.trade.told_readers import ids_by_key

UNIT = 32


@writer
def tell_families(
    names: Iterable[str], books: Books, batch: Batch, *, actor: User | None
) -> dict[str, int]:
    """The families of these names, by folded name; strangers are added."""
    wanted = {fold(name)[:NAME]: name for name in names}
    missing = [key for key in wanted if key not in books.families]
    if missing:
        there = ids_by_key(Family, "key", missing)
        same: dict[int, dict[str, Any]] = {pk: {} for pk in there.values()}
        tell(FAMILY, batch, same, same, told_before(FAMILY, batch, same), actor=actor)
        new = [key for key in missing if key not in there]
        rows = list(zip(bulk.new_ids(Family, len(new)), new, strict=True))
        bulk.insert(
            Family, ["id", "name", "key"], [(pk, wanted[key][:NAME], key) for pk, key in rows]
        )
        brought(FAMILY, batch, [(pk, "") for pk, _ in rows], actor=actor)
        books.families.update(there | {key: pk for pk, key in rows})
    return {key: books.families[key] for key in wanted}


@writer
def tell_products(
    said: Mapping[str, SaidProduct], books: Books, batch: Batch, *, actor: User | None
) -> tuple[int, int]:
    """Puts these products, by key, into the books; strangers are added. How many are new, and of
    how many something changed."""
    news = {k: p for k, p in said.items() if k not in books.products or books.products[k][1] != p}
    if not news:
        return 0, 0
    families = tell_families(
        {p.family for p in news.values() if p.family}, books, batch, actor=actor
    )
    told = {key: _values(product, families) for key, product in news.items()}
    there = ids_by_key(Product, "number_key", news)
    ids = {pk: key for key, pk in there.items()}
    now = values_of(PRODUCT, ids)
    values = {pk: told[key] for pk, key in ids.items()}
    changed = tell(
        PRODUCT, batch, values, now, before := told_before(PRODUCT, batch, ids), actor=actor
    )
    new = [key for key in news if key not in there]
    _add(new, news, told, books, batch, actor)
    for pk, key in ids.items():
        letters = before.get(pk, ("", False))[0]
        name = now[pk]["name"] if "n" in letters else told[key].get("name", now[pk]["name"])
        books.products[key] = (pk, news[key], name)
    return len(new), len(changed)


def _add(
    keys: list[str],
    said: Mapping[str, SaidProduct],
    told: Mapping[str, Mapping[str, Any]],
    books: Books,
    batch: Batch,
    actor: User | None,
) -> None:
    ids = list(bulk.new_ids(Product, len(keys)))
    blank = {column.name: column.blank for column in PRODUCT.columns}
    rows = []
    for pk, key in zip(ids, keys, strict=True):
        row = blank | dict(told[key])
        rows.append(
            (pk, said[key].number, key, row["name"], fold(row["name"]), row["family_id"],
             row["unit"], row["is_charge"])
        )  # fmt: skip
        books.products[key] = (pk, said[key], row["name"])
    bulk.insert(
        Product,
        ["id", "number", "number_key", "name", "sort_key", "family_id", "unit", "is_charge"],
        rows,
    )
    brought(
        PRODUCT, batch, [(pk, PRODUCT.letters(told[k])) for pk, k in zip(ids, keys, strict=True)],
        actor=actor,
    )  # fmt: skip


def _values(product: SaidProduct, families: Mapping[str, int]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if product.name:
        values["name"] = product.name[:NAME]
    if product.family:
        values["family_id"] = families[fold(product.family)[:NAME]]
    if product.unit:
        values["unit"] = product.unit[:UNIT]
    if product.is_charge is not None:
        values["is_charge"] = product.is_charge
    return values
