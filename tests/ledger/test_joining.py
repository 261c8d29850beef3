from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.threads.joining import (
    QUOTED_DAYS,
    QUOTES,
    SAID,
    SUBJECT,
    WINDOW_DAYS,
    Joins,
    Link,
    join_by_links,
    join_by_reference,
)

START = date(2025, 1, 1)


def link(node: int, day: int, *, refers: bool = False, key: int = 1, kind: int = SUBJECT) -> Link:
    return Link(key, START + timedelta(days=day), refers, node, kind)


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.integers(0, 240),
                st.booleans(),
                st.integers(1, 2),
                st.sampled_from([SUBJECT, SAID, QUOTES]),
            ),
            max_size=14,
        )
    )
    return [
        link(n // 2, day, refers=refers, key=key, kind=kind)
        for n, (day, refers, key, kind) in enumerate(drawn)
    ]


def parts(joins: Joins, nodes: Iterable[int]) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for node in nodes:
        found.setdefault(joins.find(node), set()).add(node)
    return {frozenset(part) for part in found.values()}


def by_the_rule(found: Sequence[Link]) -> Joins:
    """Every pair looked at: one key, one of the two without references, within the window; or the
    one says what the other quotes later."""
    joins = Joins()
    for one in found:
        for other in found:
            apart = (other.day - one.day).days
            alike = (
                one.kind == other.kind == SUBJECT
                and not (one.refers and other.refers)
                and abs(apart) <= WINDOW_DAYS
            )
            quoted = (one.kind, other.kind) == (SAID, QUOTES) and 0 <= apart <= QUOTED_DAYS
            if one.key == other.key and (alike or quoted):
                joins.join(one.node, other.node)
    return joins


@given(links())
def test_links_join_what_the_rule_joins(found: list[Link]) -> None:
    joins = Joins()
    join_by_links(joins, found)
    nodes = [one.node for one in found]
    assert parts(joins, nodes) == parts(by_the_rule(found), nodes)


@given(st.data(), links())
def test_the_order_of_links_makes_no_difference(data: st.DataObject, found: list[Link]) -> None:
    one, other = Joins(), Joins()
    join_by_links(one, found)
    join_by_links(other, data.draw(st.permutations(found)))
    assert {n.node: one.find(n.node) for n in found} == {n.node: other.find(n.node) for n in found}


def test_the_window_is_thirty_days_inclusive() -> None:
    for days, threads in ((30, 1), (31, 2)):
        joins = Joins()
        join_by_links(joins, [link(1, 0, refers=False), link(2, days, refers=False)])
        assert len(parts(joins, [1, 2])) == threads


@pytest.mark.parametrize(
    ("said", "quoted", "threads"), [(0, 90, 1), (0, 91, 2), (0, 0, 1), (1, 0, 2)]
)
def test_a_quote_is_no_earlier_and_at_most_ninety_days_later(
    said: int, quoted: int, threads: int
) -> None:
    joins = Joins()
    join_by_links(joins, [link(1, said, kind=SAID), link(2, quoted, kind=QUOTES)])
    assert len(parts(joins, [1, 2])) == threads


@pytest.mark.parametrize("kind", [SAID, QUOTES])
def test_two_mails_that_say_or_quote_the_same_are_not_joined_by_it(kind: int) -> None:
    joins = Joins()
    join_by_links(joins, [link(1, 0, kind=kind), link(2, 0, kind=kind)])
    assert len(parts(joins, [1, 2])) == 2


def test_two_mails_with_references_of_their_own_are_not_joined_by_subject() -> None:
    joins = Joins()
    join_by_links(joins, [link(1, 0, refers=True), link(2, 1, refers=True)])
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
