from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.activities.claims import Owner, Present, claim
from kith.terms.words import Part

BYSTANDER, OURS, THEIRS = 0, 1, 2
ANN, BEN, CLIENT = 1, 2, 9  # addresses; a colleague's id is ten times that
OWNERS = {1: Owner(ANN, 10), 2: Owner(BEN, 20)}

People = dict[tuple[int, int], int]  # (address, part): side


def after(people: People, claims: list[tuple[str, bool, Owner]]) -> People:
    """Who counts for what once these mailboxes have made their claims, one after the other."""
    there = dict(people)
    for direction, by_owner, owner in claims:
        present = [Present(a, a * 10 if a != CLIENT else None, p, s) for (a, p), s in there.items()]
        for one in claim(direction, by_owner=by_owner, owner=owner, present=present):
            there[one.address_id, one.part] = one.side
    return there


def test_what_an_assistant_sent_counts_as_its_owners() -> None:
    people: People = {(BEN, Part.FROM): OURS, (CLIENT, Part.TO): THEIRS}
    assert after(people, [("out", True, OWNERS[1])]) == {
        (BEN, Part.FROM): BYSTANDER,
        (ANN, Part.SENDER): OURS,
        (CLIENT, Part.TO): THEIRS,
    }


def test_what_an_owner_sent_themselves_stays_as_it_is() -> None:
    people: People = {(ANN, Part.FROM): OURS, (CLIENT, Part.TO): THEIRS}
    assert after(people, [("out", False, OWNERS[1]), ("out", True, OWNERS[1])]) == people


def test_mail_that_names_nobody_of_ours_counts_as_its_holders() -> None:
    people: People = {(CLIENT, Part.FROM): THEIRS}
    assert after(people, [("in", False, OWNERS[1]), ("in", False, OWNERS[2])]) == {
        **people,
        (ANN, Part.HOLDER): OURS,
        (BEN, Part.HOLDER): OURS,
    }


def test_whoever_only_got_a_copy_counts_where_nobody_stands_in_to() -> None:
    people: People = {(CLIENT, Part.FROM): THEIRS, (ANN, Part.CC): BYSTANDER}
    assert after(people, [("in", False, OWNERS[1])])[ANN, Part.CC] == OURS


def test_a_colleague_in_to_is_whom_it_was_for() -> None:
    people: People = {(CLIENT, Part.FROM): THEIRS, (BEN, Part.TO): OURS, (ANN, Part.CC): BYSTANDER}
    assert after(people, [("in", False, OWNERS[1])]) == people


def test_mail_among_colleagues_is_claimed_by_nobody() -> None:
    people: People = {(BEN, Part.FROM): BYSTANDER, (ANN, Part.TO): BYSTANDER}
    assert after(people, [("internal", True, OWNERS[1]), ("internal", False, OWNERS[2])]) == people


parts = st.sampled_from([Part.TO, Part.CC, Part.BCC])


@given(
    st.sets(st.tuples(st.sampled_from([ANN, BEN]), parts), max_size=3),
    st.sampled_from(["in", "out"]),
    st.sampled_from([ANN, BEN, CLIENT]),
    st.sets(st.tuples(st.booleans(), st.sampled_from([1, 2])), min_size=1, max_size=4),
)
def test_the_order_of_mailboxes_makes_no_difference(
    named: set[tuple[int, int]], direction: str, writer: int, holders: set[tuple[bool, int]]
) -> None:
    people = dict.fromkeys(named, BYSTANDER)
    if direction == "in":
        people[CLIENT, Part.FROM] = THEIRS
        people |= {one: OURS for one in named if one[1] == Part.TO}
    else:
        people[writer, Part.FROM] = BYSTANDER if writer == CLIENT else OURS
        people[CLIENT, Part.TO] = THEIRS
    # A mail lies in its writer's own sent folder as sent by themselves.
    claims = [
        (direction, lies_as_sent and OWNERS[n].address_id != writer, OWNERS[n])
        for lies_as_sent, n in holders
    ]
    found = [after(people, list(order)) for order in permutations(claims)]
    assert all(one == found[0] for one in found)
