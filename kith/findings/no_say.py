"""We know somebody at an account well, and many there write to another, to whom nobody here does.

A hint: how many write to a person often goes with their rank, and never proves it.
"""

from datetime import date

import ibis

from kith.findings.found import COLUMNS, Measures, key, newest
from kith.signals.persons import known, lately
from kith.terms.finding import Claim, FindingKind

KIND = FindingKind.NO_SAY
CLAIM = Claim.HINT
NUMBERS = ("writers", "known")

WRITERS = 4  # people of the account who write to the unknown one
TIMES = 2  # and so many times as many as to anybody we know there
ENOUGH = 20  # touches with the one we know best: below it we know nobody well


def find(measures: Measures, *, as_of: date) -> ibis.Table:
    """Per account the one most write to (signal `authority`) and we do not, while we write both
    ways with others to whom few do.

    They must have written to us once: an address that many write to and that never writes is most
    often a list. `writers`, `known`: people of the account who write to that one, and to the one we
    know best.
    """
    people = _people(measures)
    unknown = people.filter(people.n_in > 0, ~people.two_way, people.value.notnull())
    unknown = _first(unknown, unknown.senders_theirs.desc(), unknown.n.desc())
    ours = people.filter(people.two_way)
    most = ours.group_by("account_id").agg(most=ours.senders_theirs.max())
    best = _first(ours, ours.strength.round(6).desc(), ours.touches.desc())
    best = best.filter(best.touches >= ENOUGH, best.lively)
    rows = unknown.inner_join(
        best.select("account_id", known=best.senders_theirs), "account_id"
    ).inner_join(most, "account_id")
    rows = rows.filter(
        rows.senders_theirs >= WRITERS, rows.senders_theirs >= TIMES * rows.most.fill_null(0)
    )
    found = rows.select(
        "account_id",
        "contact_id",
        "known",
        writers=rows.senders_theirs,
        key=key(KIND, rows.contact_id, rows.account_id),
        colleague_id=ibis.null("int64"),
        urgency=ibis.literal(0.3),
    )
    proof = _evidence(measures["copies"], found, as_of)
    return found.inner_join(proof, "contact_id").select(*COLUMNS, *NUMBERS, "evidence")


def _people(measures: Measures) -> ibis.Table:
    """Everybody to whom somebody writes or with whom we have a tie, at their account of today."""
    ties = measures["contact_ties"]
    ties = ties.select(
        "contact_id",
        "n_in",
        "two_way",
        strength=ties.value,
        touches=ties.n,
        lively=(ties.in90 > 0) & (ties.out90 > 0),
    )
    rows = measures["authority"].left_join(ties, "contact_id").drop("contact_id_right")
    return rows.mutate(
        n_in=rows.n_in.fill_null(0),
        two_way=rows.two_way.fill_null(False),
        strength=rows.strength.fill_null(0.0),
        touches=rows.touches.fill_null(0),
        lively=rows.lively.fill_null(False),
    )


def _first(rows: ibis.Table, *order: ibis.Value) -> ibis.Table:
    """Per account the first row, by the lowest contact_id in the end."""
    place = ibis.row_number().over(group_by=rows.account_id, order_by=[*order, rows.contact_id])
    return rows.mutate(place=place).filter(lambda t: t.place == 0).drop("place")


def _evidence(copies: ibis.Table, found: ibis.Table, as_of: date) -> ibis.Table:
    """The mails of their own people that went to them as well, and the day of the first."""
    year = lately(known(copies, as_of=as_of), as_of=as_of)
    year = year.filter(year.sender_account_id == year.account_id)
    year = year.semi_join(found, ["contact_id", "account_id"])
    rows = year.select("contact_id", "activity_id", instant=year.day)
    first = year.group_by("contact_id").agg(since=year.day.min())
    return newest(rows, "contact_id").inner_join(first, "contact_id")
