"""How many of a colleague's contacts of the year before are still there? See
docs/signals/decay.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.output import declared
from kith.signals.remained import COLUMNS, DEFAULTS, Params, remained, two_way
from kith.signals.weights import counted
from kith.terms.shapes import Column, Shape

# Whom one lost says how one works, and is easily read as blame.
SEEN_BY = "self"

OUTPUT = Shape(
    name="decay",
    grain="one colleague with a contact both ways in one of the last two years",
    columns=(Column("colleague_id", "int64", "our side"), *COLUMNS),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: the share kept of last year's two-way contacts, after Burt (2002), with
    Wilson's interval. A shared address is nobody."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    contacts = tables["contacts"]
    persons = touches.anti_join(contacts.filter(contacts.is_shared), "contact_id")
    pairs = two_way(persons, ("colleague_id", "contact_id"), as_of=as_of, params=params)
    return declared(remained(pairs, ("colleague_id",), params=params), OUTPUT)
