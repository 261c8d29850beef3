"""`kith init`: a ledger, its firm and its first user."""

import sys
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command

from kith.ledger.rights.models import User
from kith.ledger.whole.writers import set_up
from kith.pipeline.empty import sweep
from kith.surfaces.cli.output import as_json, emit
from kith.terms.errors import BadInput


@click.command
@click.option("--company", required=True, help="Your firm's name.")
@click.option(
    "--domain", "domains", required=True, multiple=True, help="Your mail domain; repeat for more."
)
@click.option("--email", required=True, help="The first user's address, to sign in with.")
@click.option("--name", default="", help="The first user's name.")
@click.option("--currency", default="EUR", show_default=True, help="ISO code.")
@click.option("--zone", default="UTC", show_default=True, help="Time zone, as Europe/Berlin.")
@click.option(
    "--language",
    type=click.Choice([code for code, _ in settings.LANGUAGES]),
    help="Of the first user's pages; else as their browser asks.",
)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@as_json
def init(
    company: str, domains: tuple[str, ...], email: str, name: str, currency: str, zone: str,
    language: str | None, password_stdin: bool, json_: bool,  # noqa: FBT001
) -> None:  # fmt: skip
    """Make an empty ledger for your firm."""
    _check_zone(zone)
    secret = _password(email, from_stdin=password_stdin)
    call_command("migrate", verbosity=0)
    sweep()
    user = set_up(
        actor=None,
        company=company,
        domains=domains,
        email=email,
        name=name,
        password=secret,
        currency=currency,
        zone=zone,
        language=language or "",
    )
    if json_:
        emit({"company": company, "user": user.email})
    else:
        click.echo(
            f"{company}'s ledger is ready. Next: kith import mail PATH --mailbox {user.email}"
        )


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadInput(
            f"There is no time zone {zone!r}.", cure="Write it as Europe/Berlin."
        ) from error


def _password(email: str, *, from_stdin: bool) -> str:
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
