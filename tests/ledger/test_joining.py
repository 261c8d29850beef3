from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.threads.joining import (
    WINDOW_DAYS,
    Joins,
    Link,
    join_by_reference,
    join_by_subject,
)

START = date(2025, 1, 1)


def link(node: int, day: int, *, refers: bool, key: int = 1) -> Link:
    return Link(key, START + timedelta(days=day), refers, node)


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    drawn = draw(
        st.lists(st.tuples(st.integers(0, 120), st.booleans(), st.integers(1, 2)), max_size=14)
    )
    return [link(n, day, refers=refers, key=key) for n, (day, refers, key) in enumerate(drawn)]


def parts(joins: Joins, nodes: Iterable[int]) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for node in nodes:
        found.setdefault(joins.find(node), set()).add(node)
    return {frozenset(part) for part in found.values()}


def by_the_rule(found: Sequence[Link]) -> Joins:
    """Every pair looked at: one key, one of the two without references, within the window."""
    joins = Joins()
    for one in found:
        for other in found:
            if (
                one.key == other.key
                and not (one.refers and other.refers)
                and abs((one.day - other.day).days) <= WINDOW_DAYS
            ):
                joins.join(one.node, other.node)
    return joins


@given(links())
def test_subjects_join_what_the_rule_joins(found: list[Link]) -> None:
    joins = Joins()
    join_by_subject(joins, found)
    nodes = [one.node for one in found]
    assert parts(joins, nodes) == parts(by_the_rule(found), nodes)


@given(st.data(), links())
def test_the_order_of_links_makes_no_difference(data: st.DataObject, found: list[Link]) -> None:
    one, other = Joins(), Joins()
    join_by_subject(one, found)
    join_by_subject(other, data.draw(st.permutations(found)))
    assert {n.node: one.find(n.node) for n in found} == {n.node: other.find(n.node) for n in found}


def test_the_window_is_thirty_days_inclusive() -> None:
    for days, threads in ((30, 1), (31, 2)):
        joins = Joins()
        join_by_subject(joins, [link(1, 0, refers=False), link(2, days, refers=False)])
        assert len(parts(joins, [1, 2])) == threads


def test_two_mails_with_references_of_their_own_are_not_joined_by_subject() -> None:
    joins = Joins()
    join_by_subject(joins, [link(1, 0, refers=True), link(2, 1, refers=True)])
    assert parts(joins, [1, 2]) == {frozenset({1}), frozenset({2})}


named = st.lists(st.lists(st.sampled_from([b"a", b"b", b"c", b"d", b"e"]), max_size=3), max_size=8)


@given(named, st.data())
def test_references_join_what_names_a_common_mail(
    keys: list[list[bytes]], data: st.DataObject
) -> None:
    mails = list(enumerate(keys, start=10))
    one, other = Joins(), Joins()
    threads = join_by_reference(one, mails, {})
    join_by_reference(other, data.draw(st.permutations(mails)), {})
    naive = Joins()
    for node, mine in mails:
        for another, theirs in mails:
            if set(mine) & set(theirs):
                naive.join(node, another)
    nodes = [node for node, _ in mails]
    assert parts(one, nodes) == parts(other, nodes) == parts(naive, nodes)
    for node, mine in mails:
        assert all(one.find(threads[key]) == one.find(node) for key in mine)


def test_a_known_message_id_brings_its_thread() -> None:
    joins = Joins()
    threads = join_by_reference(joins, [(7, [b"a", b"b"])], {b"a": 3})
    assert joins.find(7) == joins.find(threads[b"b"]) == 3
    assert joins.moved([7, 3]) == {7: 3}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_the_smallest_stands_for_its_set(pairs: list[tuple[int, int]]) -> None:
    joins = Joins()
    for one, other in pairs:
        joins.join(one, other)
    for part in parts(joins, range(10)):
        assert {joins.find(node) for node in part} == {min(part)}
