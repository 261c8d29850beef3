"""Whose eyes a page is made for."""

from django.http import HttpRequest

from kith.ledger.rights.models import User


def reader_of(request: HttpRequest) -> User:
    """The signed-in user. Every address asks for one unless it says otherwise."""
    user = request.user
    if not isinstance(user, User):
        raise TypeError("An address that is open to everybody asked who reads it.")
    return user
