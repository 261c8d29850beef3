"""How long does a contact take to answer us? See docs/signals/answers.md."""

from collections.abc import Mapping
from datetime import date

import ibis

from kith.signals.output import declared
from kith.signals.pace import COLUMNS, pace
from kith.signals.replies import DEFAULTS, Params, of_contacts
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="answers",
    grain="one contact to whom one of us has put a question by mail within two years",
    columns=(Column("contact_id", "int64", "who answers"), *COLUMNS),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: the Kaplan-Meier median of working hours on the contact's clock,
    and whether it has changed against the same contact's own past."""
    waits = of_contacts(tables, as_of=as_of, params=params)
    return declared(pace(waits, "contact_id", as_of=as_of, params=params), OUTPUT)
