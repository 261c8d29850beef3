import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.ledger.people.shared import is_shared

OFFICES = [
    "info", "info2", "sales.north", "einkauf-hamburg", "no-reply", "noreply", "do.not.reply",
    "no_reply", "kontakt", "it-support", "customer.service", "postmaster",
    "mailer-daemon", "abuse", "achats", "inkoop", "sales+2024", "bounces", "order-desk", "büro",
]  # fmt: skip
PERSONS = [
    "mara.voss", "m.sales", "newsome", "voss", "ar.smith", "post.malone", "art.vandelay", "mv",
    "itzhak", "hr.mueller", "jobst", "supporter", "generale", "m.info", "direction.smith",
]  # fmt: skip


@pytest.mark.parametrize("local", OFFICES)
def test_an_offices_address_is_known_by_its_local_part(local: str) -> None:
    assert is_shared(f"{local}@client.example")


@pytest.mark.parametrize("local", PERSONS)
def test_a_persons_address_is_none(local: str) -> None:
    assert not is_shared(f"{local}@sales.example")


@given(st.text(max_size=60))
def test_whatever_stands_before_the_at_sign_has_an_answer(local: str) -> None:
    assert is_shared(f"{local.casefold()}@client.example") in (True, False)
