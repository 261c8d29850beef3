"""Whose touches count when people are counted: persons, where they work today."""

from datetime import date, timedelta

import ibis

YEAR = 365  # days that signals of breadth look back


def of_persons(rows: ibis.Table, contacts: ibis.Table) -> ibis.Table:
    """Those of `rows` (contact_id, account_id) whose contact is a person and works there today.

    A shared address (info@) is nobody, and who has left holds nothing any more.
    """
    persons = contacts.filter(~contacts.is_shared)
    return rows.semi_join(persons, ["contact_id", "account_id"])


def lately(rows: ibis.Table, *, as_of: date, days: int = YEAR) -> ibis.Table:
    """Those of `rows` whose day lies within so many days up to `as_of`."""
    return rows.filter(rows.day > as_of - timedelta(days=days))


def known(copies: ibis.Table, *, as_of: date) -> ibis.Table:
    """The copies that the firm could know of on `as_of`."""
    return copies.filter(copies.day <= as_of, copies.known_day <= as_of)
