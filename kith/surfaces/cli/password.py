"""`kith password`: lets a person in who has none yet, or has forgotten theirs."""

import click

from kith.ledger.rights.readers import user_by_email
from kith.ledger.rights.writers import set_password
from kith.surfaces.cli.output import as_json, emit
from kith.surfaces.cli.secret import ask_password


@click.command
@click.argument("email")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@as_json
def password_command(email: str, password_stdin: bool, json_: bool) -> None:
    """Set the password of the user with that mail address.

    Whoever runs the server decides it, because it opens that user's mail. The audit says that it
    was set, and not what it is.
    """
    user = user_by_email(email)
    set_password(user, ask_password(user.email, from_stdin=password_stdin), actor=None)
    if json_:
        emit({"user": user.email})
    else:
        click.echo(f"{user.name} signs in as {user.email} with it from now on.")
