"""Signing in with an address and a password, as invited people do."""

import pytest
from django.test import Client

from kith.ledger import models as m
from tests.surfaces.cast import Cast

PASSWORD = "a long sentence of Ada's"


@pytest.fixture
def ada(cast: Cast) -> m.User:
    cast.ada.set_password(PASSWORD)
    cast.ada.save()
    return cast.ada


def sign_in(email: str, password: str) -> tuple[int, str]:
    response = Client().post("/sign-in/login/", {"login": email, "password": password})
    return response.status_code, response.content.decode()


def test_the_right_password_opens_today(ada: m.User) -> None:
    client = Client()
    form = {"login": ada.email.upper(), "password": PASSWORD}
    assert client.post("/sign-in/login/", form)["Location"] == "/"
    assert "Ines Falk" in client.get("/").content.decode()


def test_a_wrong_password_and_an_unknown_address_look_alike(ada: m.User) -> None:
    wrong = sign_in(ada.email, "another long sentence")
    unknown = sign_in("nobody@hartpumps.example", "another long sentence")
    assert wrong[0] == unknown[0] == 200
    for _, page in (wrong, unknown):
        assert 'role="alert"' in page
        assert "not correct" in page


def test_somebody_invited_without_a_password_cannot_sign_in(cast: Cast) -> None:
    assert sign_in(cast.ben.email, "")[0] == 200


def test_signing_out_closes_the_door(ada: m.User) -> None:
    client = Client()
    client.force_login(ada)
    client.post("/sign-in/logout/")
    assert client.get("/")["Location"].startswith("/sign-in/login/")
