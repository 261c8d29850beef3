"""`kith init`: a ledger, its firm and its first user."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from django.conf import settings
from django.core.management import call_command

from kith.ledger.whole.writers import set_up
from kith.pipeline.empty import sweep
from kith.surfaces.cli.output import as_json, emit
from kith.surfaces.cli.secret import ask_password
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
    language: str | None, password_stdin: bool, json_: bool,
) -> None:  # fmt: skip
    """Make an empty ledger for your firm."""
    _check_zone(zone)
    secret = ask_password(email, from_stdin=password_stdin)
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
