import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.people.models import NAME
from kith.ledger.people.names import (
    account_name,
    better_name,
    fold,
    match_key,
    name_from_address,
    person_name,
)

names = st.text() | st.sampled_from(["Mara Voss", "Voss, Mara", "M. Voss", "mara voss", "Voss"])


@given(names)
def test_folding_twice_folds_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(names)
def test_every_key_and_name_fits_its_column(name: str) -> None:
    long = (name * NAME)[: 4 * NAME]
    for made in (fold(long), match_key(long), person_name(long), fold(person_name(long))):
        assert len(made) <= NAME
    assert len(name_from_address(long)) <= NAME
    assert len(account_name(long)) <= NAME


def test_a_letter_that_folds_to_many_still_fits() -> None:
    assert len(fold("\ufdfa" * NAME)) <= NAME
    assert len(match_key("\ufdfa" * NAME)) <= NAME


def test_case_accents_and_order_make_no_difference_to_a_match() -> None:
    assert match_key("Voss, Mara") == match_key("mara VOSS") == "mara voss"
    assert fold("Édith Żak") == "edith zak"


@given(names)
def test_a_display_name_is_a_name_or_nothing(given_name: str) -> None:
    name = person_name(given_name)
    assert name == name.strip()
    assert "@" not in name
    assert not name or any(c.isalpha() for c in name)


def test_display_names_are_written_as_people_write_them() -> None:
    assert person_name('"Voss, Mara"') == "Mara Voss"
    assert person_name("'Mara   Voss'") == "Mara Voss"
    assert person_name("Mara Voss (E-mail)") == "Mara Voss"
    assert person_name(r"Mara Voss \(E-mail 2\)") == "Mara Voss"
    assert person_name("Voss, Mara (Correo electrónico)") == "Mara Voss"
    assert person_name("Mara Voss (Seals)") == "Mara Voss (Seals)"
    assert person_name("Seals, Inc.") == "Seals, Inc."
    assert person_name("mara@client.example") == ""
    assert person_name("+49 30 1234") == ""


def test_an_address_reads_as_a_name_only_where_it_is_one() -> None:
    assert name_from_address("mara.voss@client.example") == "Mara Voss"
    assert name_from_address("info@client.example") == "info@client.example"
    assert name_from_address("m.voss2@client.example") == "m.voss2@client.example"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Voss", "Voss, Mara"),
        ("Bob Miller", "Robert Miller"),
        ("Hans Müller", "Dr. Johannes Mueller"),
        ("Mara V. Voss", "Mara Voss"),
        ("Mara Voss (Client GmbH)", "mara voss"),
        ("Prof. Dr. Édith Żak", "Edith Zak"),
        ("Steve O'Hara", "Stephen O'Hara"),
    ],
)
def test_forms_of_one_name_have_one_key(one: str, other: str) -> None:
    assert match_key(one) == match_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Voss", "Mara Vass"),
        ("Mara Voss", "Maria Voss"),
        ("M. Voss", "N. Voss"),
        ("Robert Miller", "William Miller"),
        ("Mara Voss", "Mara"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@given(names)
def test_a_key_of_a_person_fits_and_is_its_own_key(name: str) -> None:
    key = match_key((name * NAME)[: 4 * NAME])
    assert len(key) <= NAME
    assert match_key(match_key(name)) == match_key(name)


@given(names, names)
def test_the_better_of_two_names_does_not_depend_on_their_order(one: str, other: str) -> None:
    assert better_name(one, other) == better_name(other, one)
    assert better_name(one, other) in (one, other)


@given(names, names, names)
def test_the_best_of_three_names_does_not_depend_on_their_order(a: str, b: str, c: str) -> None:
    assert better_name(better_name(a, b), c) == better_name(a, better_name(b, c))


def test_the_fuller_name_wins() -> None:
    assert better_name("Mara", "Mara Voss") == "Mara Voss"
    assert better_name("M. Voss", "Mara Voss") == "Mara Voss"
    assert better_name("", "Mara") == "Mara"


def test_an_account_is_named_after_its_domain() -> None:
    assert account_name("lindner-brewery.example") == "Lindner Brewery"
    assert account_name("ibm.example") == "IBM"
