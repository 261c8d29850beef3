"""The list of accounts: any order, either way, in stretches; only what is there for the reader."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.ledger import models as m
from kith.ledger.insights import list_readers
from kith.ledger.insights.list_readers import ListedPage, Place, Wanted, account_list
from kith.ledger.people.relation_writers import say
from kith.terms.words import Level
from tests.allow import setting_up
from tests.surfaces.cast import Cast


@pytest.fixture
def cast(kept_cast: Cast) -> Cast:
    return kept_cast


def names(page: ListedPage) -> list[str]:
    return [row.account.name for row in page.rows]


def in_stretches(user: m.User, wanted: Wanted) -> list[str]:
    found: list[str] = []
    after: Place | None = None
    while True:
        page = account_list(user, wanted, after=after)
        found += names(page)
        after = page.after
        if after is None:
            return found


@pytest.mark.parametrize("order", [*list_readers.GAUGES, "name", "findings"])
def test_each_order_goes_both_ways_and_on_where_it_stopped(
    order: str, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    up = names(account_list(cast.ada, Wanted(order, up=True)))
    down = names(account_list(cast.ada, Wanted(order)))
    assert up == down[::-1]
    assert len(set(up)) == len(up)
    assert bool(up) is (order != "trend")  # a ledger of half a year has no past to compare with
    monkeypatch.setattr(list_readers, "LIMIT", 2)
    assert in_stretches(cast.ada, Wanted(order)) == down
    assert in_stretches(cast.ada, Wanted(order, up=True)) == up


def test_the_order_is_that_of_what_is_shown(cast: Cast) -> None:
    rows = account_list(cast.ada, Wanted("last")).rows
    days = [row.last.day for row in rows if row.last]
    assert days == sorted(days, reverse=True)
    strengths = [row.gauges["account_tie"].value for row in account_list(cast.ada, Wanted()).rows]
    assert strengths == sorted(strengths, key=lambda value: -(value or 0))


def test_a_relation_that_was_said_narrows_and_goes_on_behind_what_was_looked_at(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    corvid = m.Account.objects.get(name="Corvid Paper Mill")
    say([corvid.pk], "supplier", why="typed", actor=cast.ben)
    wanted = Wanted("name", up=True, relation="supplier")
    assert names(account_list(cast.ada, wanted)) == ["Corvid Paper Mill"]
    monkeypatch.setattr(list_readers, "LOOKED_AT", 2)
    first = account_list(cast.ada, wanted)
    assert (names(first), first.looked) == ([], 2)
    assert in_stretches(cast.ada, wanted) == ["Corvid Paper Mill"]


def test_what_is_held_is_what_one_owns(cast: Cast) -> None:
    held = names(account_list(cast.ada, Wanted("name", up=True, mine=True)))
    assert held == ["Aster Dairy", "Brook & Vane", "Dunmore Breweries", "Flint Chemicals"]


@pytest.fixture
def orphan(cast: Cast) -> m.Account:
    """An account without an owner, where most of what comes in reaches Ben."""
    row = m.Account.objects.get(name="Aster Dairy")
    m.Account.objects.filter(pk=row.pk).update(owner=None)
    colleague = m.Colleague.objects.get(user=cast.ben)
    for gauge in m.Gauge.objects.filter(name="breadth", account_id=row.pk):
        gauge.parts["holder_id"] = colleague.pk
        gauge.save()
    return row


def test_without_an_owner_it_is_held_by_whom_most_reaches(cast: Cast, orphan: m.Account) -> None:
    assert orphan.name in names(account_list(cast.ben, Wanted("name", mine=True)))
    assert orphan.name not in names(account_list(cast.ada, Wanted("name", mine=True)))
    [row] = account_list(cast.ada, Wanted("name", search="aster")).rows
    assert row.holder == "Ben Okoro"


def test_findings_are_the_readers_own_and_for_a_manager_those_of_review(cast: Cast) -> None:
    quiet = Wanted("findings", kinds=("gone_quiet",))
    assert names(account_list(cast.ada, quiet)) == ["Aster Dairy"]
    assert names(account_list(cast.ben, quiet)) == ["Eider Water Works"]
    assert sorted(names(account_list(cast.mia, quiet))) == ["Aster Dairy", "Eider Water Works"]
    assert [row.findings for row in account_list(cast.ada, quiet).rows] == [1]


def test_what_is_private_is_counted_nowhere_and_named_to_its_holder_alone(cast: Cast) -> None:
    brook = m.Account.objects.get(name="Brook & Vane")
    say([brook.pk], "private", why="typed", actor=cast.ada)
    for order in ("strength", "people", "last", "findings"):
        assert brook.name not in names(account_list(cast.ada, Wanted(order)))
    assert brook.name in names(account_list(cast.ada, Wanted("name")))
    assert brook.name not in names(account_list(cast.ben, Wanted("name")))


def test_the_mail_of_the_last_contact_is_a_link_for_who_may_see_it(cast: Cast) -> None:
    def mail_for(user: m.User) -> int:
        [row] = account_list(user, Wanted("name", search="corvid")).rows
        assert row.last
        return row.last.activity_id

    mail = mail_for(cast.ben)
    assert mail == mail_for(cast.ada) > 0
    with setting_up():
        m.Activity.objects.filter(pk=mail).update(open_level=Level.NOTHING)
    assert (mail_for(cast.ben), mail_for(cast.ada)) == (mail, 0)


def test_a_page_takes_as_many_statements_however_it_is_asked_for(cast: Cast) -> None:
    for wanted in (
        Wanted(),
        Wanted("findings", mine=True, kinds=("gone_quiet",), relation="customer"),
        Wanted("name", search="a"),
    ):
        for user in (cast.ada, cast.mia):
            with CaptureQueriesContext(connection) as queries:
                account_list(user, wanted)
            assert len(queries) <= 25
