"""`kith serve` and `kith demo`: the commands that need the server, and with it every surface."""

import secrets
from datetime import UTC, datetime

import click
from django.conf import settings
from django.core.management import call_command

from kith.config.serve import serve as run_server
from kith.demo.firm import JANA
from kith.demo.ledger import demo_ledger
from kith.ledger.rights.readers import firm, people_of_demo
from kith.surfaces.web.begin.views import key_path
from kith.surfaces.web.demo import entry_path
from kith.terms.errors import Refused

port_option = click.option("--port", default=8000, show_default=True, help="Where to listen.")
host_option = click.option("--host", default="127.0.0.1", show_default=True)


@click.command
@host_option
@port_option
def serve(host: str, port: int) -> None:
    """Serve the pages and do the jobs, until Ctrl-C."""
    call_command("migrate", verbosity=0)
    _serve(host, port)


@click.command
@click.option("--fresh", is_flag=True, help="Make it anew, even if it is here already.")
@click.option("--no-serve", is_flag=True, help="Only make it.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Its last day, if not today.")
@host_option
@port_option
def demo(fresh: bool, no_serve: bool, day: datetime | None, host: str, port: int) -> None:
    """An invented company with three years of mail, to look around in."""
    today = datetime.now(UTC).date()
    last = day.date() if day else today
    if last > today:
        raise Refused(
            f"{last} has not come yet, and mail of days to come counts nowhere.",
            cure="Name a day up to today.",
        )
    demo_ledger(
        settings.HOME,
        today=last,
        fresh=fresh,
        password=secrets.token_urlsafe(16),  # nobody needs it: the printed address signs in
        say=click.echo,
    )
    if not no_serve:
        _serve(host, port)


def _serve(host: str, port: int) -> None:
    def announce(line: str) -> None:
        click.echo(line)

    found = firm()
    if found is None:
        click.echo("This ledger is empty: open the address below, or run kith init, or kith demo.")
        click.echo(f"Open this to begin: http://{host}:{port}{key_path()}")
    elif found.is_demo:
        people = people_of_demo()
        first = next((p for p in people if p.email == JANA.address), people[0])
        click.echo(f"Open this, signed in as {first.name}: http://{host}:{port}{entry_path(first)}")
    run_server(host, port, announce=announce)
