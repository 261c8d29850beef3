"""How many of the firm's contacts of the year before are still there? See
docs/signals/firm_decay.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.output import declared
from kith.signals.remained import COLUMNS, DEFAULTS, Params, remained, two_way
from kith.signals.weights import counted
from kith.terms.shapes import Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="firm_decay",
    grain="the firm, if it had a contact both ways in one of the last two years",
    columns=COLUMNS,
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: as `kith.signals.decay`, over the team: a contact who went over to
    another colleague is still there."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    contacts = tables["contacts"]
    persons = touches.anti_join(contacts.filter(contacts.is_shared), "contact_id")
    people = two_way(persons, ("contact_id",), as_of=as_of, params=params)
    firm = remained(people.mutate(firm=ibis.literal(1)), ("firm",), params=params)
    return declared(firm, OUTPUT)
