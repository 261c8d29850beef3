"""The rules by which it is told who might be whom, on people made by hand."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.people.lookalikes import Alike
from kith.ledger.people.names import match_key, name_from_address
from kith.pipeline.like_names import may_be_one
from kith.pipeline.who_is_who import (
    NEW_EMPLOYER,
    SAME_PERSON,
    Pair,
    Proposal,
    initials,
    is_full_name,
    same_names,
    tell,
    tell_colleague,
)

CLIENT, DEALER, PRIVATE = 1, 2, None
ids = count(1)


def somebody(
    name: str, address: str, account: int | None = CLIENT, *, signs_in: bool = False
) -> Alike:
    pk, shown = next(ids), name or name_from_address(address)
    return Alike(pk, shown, match_key(shown), pk, address, bool(name), account, signs_in)


def pairs(*people: Alike) -> set[frozenset[str]]:
    """The addresses of each pair of one name."""
    found = same_names(people, among={p.person for p in people})
    return {frozenset((pair.one.address, pair.other.address)) for pair in found}


def pairs_by_initials(*people: Alike) -> set[frozenset[str]]:
    found = initials(people, among={p.person for p in people})
    return {frozenset((pair.one.address, pair.other.address)) for pair in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Voss", "Voss, Mara"),
        ("Mara Voss", "Voss Mara"),
        ("Bob Miller", "Robert J. Miller"),
        ("Hans Müller", "Johannes Mueller"),
        ("Mara L. Voss", "Mara Voss"),
        ("Dr. Mara Voss", "Mara Voss (Client)"),
    ],
)
def test_forms_of_one_name_make_a_pair(one: str, other: str) -> None:
    found = pairs(somebody(one, "a@client.example"), somebody(other, "b@client.example"))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara L. Voss", "Mara K. Voss"),  # two middle initials
        ("Mark Russell", "Mark Russ"),  # a family name is short for nothing
        ("John Lee", "Lee E. John"),  # an initial shows which name comes last
        ("Mara Voss", "Max Voss"),
        ("Mara", "Mara"),  # one word is half a name
        ("Client Sales", "Client Sales"),
        ("Seals & Co", "Seals & Co"),
        ("Agent 47 Smith", "Agent 47 Smith"),
    ],
)
def test_other_names_make_none(one: str, other: str) -> None:
    assert not pairs(somebody(one, "a@x.example"), somebody(other, "b@y.example", DEALER))


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("Lindner Bau", "a@lindner-bau.example", "b@lindner-bau.example"),
        ("LBS Lindner", "a@client.example", "b@client.example"),
        ("Mara Voss", "mara_036887@client.example", "mara_038332@client.example"),
    ],
)
def test_a_firm_or_a_machine_is_nobody(name: str, one: str, other: str) -> None:
    assert not pairs(somebody(name, one), somebody(name, other))


def test_a_name_that_three_bear_says_nothing_but_within_one_account() -> None:
    people = [somebody("John Smith", f"js{n}@p{n}.example", n) for n in range(3)]
    assert not pairs(*people)
    second = somebody("John Smith", "john@p2.example", 2)
    assert pairs(*people, second) == {frozenset(("js2@p2.example", "john@p2.example"))}


@pytest.mark.parametrize(("many", "found"), [(3, 2), (4, 0)])
def test_three_addresses_of_one_name_at_one_place_are_asked_of_four_are_a_machines(
    many: int, found: int
) -> None:
    assert len(pairs(*(somebody("Mara Voss", f"mara{n}@x.example") for n in range(many)))) == found


def test_only_pairs_with_somebody_the_batch_brought_are_looked_at() -> None:
    one, other = somebody("Mara Voss", "a@x.example"), somebody("Mara Voss", "b@x.example")
    assert list(same_names([one, other], among={one.person}))
    assert not list(same_names([one, other], among=set()))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("", "m.voss@client.example"),
        ("", "mvoss@client.example"),
        ("", "m_voss@client.example"),
        ("", "vossm@client.example"),
        ("", "mara-voss@client.example"),
        ("M. Voss", "x7@client.example"),
    ],
)
def test_initials_are_the_one_person_there_who_has_them(name: str, address: str) -> None:
    mara, short = somebody("Mara Voss", "mara.voss@client.example"), somebody(name, address)
    assert pairs_by_initials(mara, short) == {frozenset((mara.address, address))}
    elsewhere = somebody(name, "m.voss@dealer.example", DEALER)
    assert not pairs_by_initials(mara, elsewhere)


def test_initials_of_two_are_nobodys() -> None:
    people = [somebody("Mara Voss", "mara@c.example"), somebody("Max Voss", "max@c.example")]
    assert not pairs_by_initials(*people, somebody("", "m.voss@c.example"))


def day(month: int, year: int = 2024) -> date:
    return date(year, month, 1)


OLD = somebody("Mara Voss", "mara@old.example", 1)
NEW = somebody("Mara Voss", "mara.voss@new.example", 2)
HOME = somebody("Mara Voss", "mara@gmail.com", PRIVATE)


@pytest.mark.parametrize("pair", [Pair(OLD, NEW), Pair(NEW, OLD)])
def test_one_who_falls_silent_where_another_begins_has_moved(pair: Pair) -> None:
    wrote = {OLD.address_id: (day(1), day(5)), NEW.address_id: (day(6), day(9))}
    assert tell(pair, wrote) == Proposal(NEW_EMPLOYER, OLD, NEW)


@pytest.mark.parametrize(
    "wrote",
    [
        {OLD: (day(1), day(12)), NEW: (day(2), day(9))},  # both at once
        {OLD: (day(1), day(12)), NEW: (day(11), day(11))},  # the old one has the last word
        {OLD: (day(1), day(2)), NEW: (day(1, 2027), day(2, 2027))},  # years later
        {OLD: (day(1), day(5))},  # one has never written
        {},
    ],
)
def test_others_of_that_name_at_two_accounts_are_let_be(
    wrote: dict[Alike, tuple[date, date]],
) -> None:
    assert tell(Pair(OLD, NEW), {who.address_id: days for who, days in wrote.items()}) is None


def test_a_private_address_is_asked_of_and_the_one_with_an_account_is_kept() -> None:
    assert tell(Pair(HOME, OLD), {}) == Proposal(SAME_PERSON, OLD, HOME)
    assert tell(Pair(HOME, somebody("Mara Voss", "mv@gmx.de", PRIVATE)), {}) is None


def test_two_domains_of_one_firm_are_one_place() -> None:
    german = somebody("Mara Voss", "mara@client.de", 7)
    english = somebody("Mara Voss", "mara@mail.client.co.uk", 8)
    assert tell(Pair(german, english), {}) == Proposal(SAME_PERSON, german, english)


def test_of_colleagues_the_one_who_signs_in_is_kept_and_two_who_do_are_two() -> None:
    alias = somebody("Ann Ahlers", "a.ahlers@firm.example", None)
    ann = somebody("Ann Ahlers", "ann@firm.example", None, signs_in=True)
    counted = {alias.address_id, ann.address_id}
    told = tell_colleague(Pair(alias, ann), counted)
    assert told is not None
    assert (told.one, told.other) == (ann, alias)
    assert tell_colleague(Pair(alias, ann), {ann.address_id}) is None
    assert tell_colleague(Pair(ann, ann._replace(person=999)), counted) is None


NAMES = st.text(max_size=30) | st.sampled_from(["Mara Voss", "Voss, Mara", "M. Voss", "Bob Miller"])


@given(NAMES, NAMES)
def test_it_makes_no_difference_which_name_comes_first(one: str, other: str) -> None:
    assert may_be_one(one, other) == may_be_one(other, one)
    assert is_full_name(one, match_key(one)) in (True, False)


@given(st.permutations([OLD, NEW, HOME, somebody("", "m.voss@old.example", 1)]))
def test_the_order_of_people_makes_no_difference(people: list[Alike]) -> None:
    among = {p.person for p in people}
    assert set(same_names(people, among=among)) == set(same_names(people[::-1], among=among))
    assert set(initials(people, among=among)) == set(initials(people[::-1], among=among))
