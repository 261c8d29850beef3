"""Asks for a password, on the terminal or on standard input."""

import sys

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from kith.ledger.rights.models import User
from kith.terms.errors import BadInput


def ask_password(email: str, *, from_stdin: bool) -> str:
    """Raises BadInput for one that is too short or too common."""
    given = (
        sys.stdin.readline().rstrip("\n")
        if from_stdin
        else str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    )
    try:
        validate_password(given, User(email=email))
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), cure="Choose another password.") from error
    return given
