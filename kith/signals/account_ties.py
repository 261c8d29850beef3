"""How strong and how broad is the tie between the team and an account?

See docs/signals/account_ties.md.
"""

from collections.abc import Mapping
from datetime import date, timedelta

import ibis

from kith.signals.exchange import COLUMNS, DEFAULTS, Params, exchange, once
from kith.signals.output import declared
from kith.signals.weights import counted
from kith.terms.shapes import Column, Shape

SEEN_BY = "team"

OUTPUT = Shape(
    name="account_ties",
    grain="one account with at least one counted touch",
    columns=(
        Column("account_id", "int64", "the contact's account on the day of the touch"),
        *COLUMNS,
        Column(
            "contacts_two_way_90",
            "int64",
            "persons who work there today, both ways within 90 days",
        ),
        Column("contacts_two_way_365", "int64", "the same within 365 days"),
        Column("colleagues_two_way_365", "int64", "colleagues, both ways within 365 days"),
    ),
)


def signal(
    tables: Mapping[str, ibis.Table], *, as_of: date, params: Params = DEFAULTS
) -> ibis.Table:
    """`OUTPUT` on `as_of`: as `kith.signals.ties`, an activity counted once for the account
    however many contacts and colleagues were on it, and how many people hold the tie."""
    touches = counted(tables["touches"], as_of=as_of, weights=params.weights)
    sums = exchange(once(touches, ("account_id",)), ("account_id",), as_of=as_of, params=params)
    contacts = tables["contacts"]
    persons = contacts.filter(~contacts.is_shared)
    here = touches.semi_join(persons, ["contact_id", "account_id"])
    broad_there = _two_way(here, "contact_id", as_of=as_of, within=(90, 365))
    broad_here = _two_way(touches, "colleague_id", as_of=as_of, within=(365,))
    broad = sums.left_join(broad_there, "account_id").drop("account_id_right")
    broad = broad.left_join(broad_here, "account_id").drop("account_id_right")
    return declared(
        broad.mutate(
            contacts_two_way_90=broad.contact_id_90.fill_null(0),
            contacts_two_way_365=broad.contact_id_365.fill_null(0),
            colleagues_two_way_365=broad.colleague_id_365.fill_null(0),
        ),
        OUTPUT,
    )


def _two_way(rows: ibis.Table, who: str, *, as_of: date, within: tuple[int, ...]) -> ibis.Table:
    """Per account, as `<who>_<days>`: how many `who` had touches both ways in the last days."""
    rows = rows.filter(rows.day > as_of - timedelta(days=max(within)))
    people = rows.group_by("account_id", who).agg(
        last_in=rows.is_in.ifelse(rows.day, None).max(),
        last_out=rows.is_in.ifelse(None, rows.day).max(),
    )
    return people.group_by("account_id").agg(
        **{
            f"{who}_{days}": (
                (people.last_in > as_of - timedelta(days=days))
                & (people.last_out > as_of - timedelta(days=days))
            )
            .fill_null(False)  # noqa: FBT003 - Ibis takes the value by position
            .sum()
            for days in within
        }
    )
