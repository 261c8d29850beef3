"""The command `kith` itself: finds a subcommand's module only when it is asked for.

Signals and engine take a second to import; `kith --help` and `kith today` need neither.
"""

import json
import sys
from importlib import import_module
from typing import Any

import click
from django.db import connection
from django.db.utils import DatabaseError, OperationalError, ProgrammingError

from kith.surfaces.cli.disk import disk_trouble
from kith.terms.errors import KithError, NotReady

INIT = "kith init --company NAME --domain example.com --email you@example.com"


class LazyGroup(click.Group):
    """A group that knows where its commands are and imports the one that is called."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places: dict[str, str] = {}

    def add_lazy(self, name: str, place: str) -> None:
        """`place` reads module:attribute."""
        self.places[name] = place

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.places:
            return None
        module, _, attribute = self.places[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KithError as error:
            _say(error)
            sys.exit(1)
        except (OperationalError, ProgrammingError) as error:
            _say(disk_trouble(error) or _of_database(error))
            sys.exit(1)
        except OSError as error:
            trouble = disk_trouble(error)
            if trouble is None:
                raise
            _say(trouble)
            sys.exit(1)


def _of_database(error: Exception) -> KithError:
    if _has_ledger():
        return KithError(f"The ledger's database says: {error}.", cure="Try it again.")
    return NotReady("There is no ledger here yet.", cure=f"Run: {INIT}")


def _has_ledger() -> bool:
    """Whether the tables are there; True where the database cannot even be asked."""
    try:
        return "ledger_firm" in connection.introspection.table_names()
    except DatabaseError:
        return True


def _say(error: KithError) -> None:
    if "--json" in sys.argv:
        click.echo(json.dumps({"error": error.code, "message": error.message, "cure": error.cure}))
    click.echo(f"kith: {error}", err=True)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kith-crm", prog_name="kith")
def root() -> None:
    """Kith: whom should you speak to today, and why.

    Everything it keeps lies in one folder, KITH_HOME. Commands act as the machine's operator and
    print no mail text unless --user names whose eyes they look through.
    """


assert isinstance(root, LazyGroup)
for name, place in {
    "init": "kith.surfaces.cli.init:init",
    "import": "kith.surfaces.cli.imports:import_",
    "imports": "kith.surfaces.cli.imports:imports",
    "backtest": "kith.surfaces.cli.backtest:backtest_command",
    "erase": "kith.surfaces.cli.erase:erase_command",
    "export": "kith.surfaces.cli.export:export",
    "password": "kith.surfaces.cli.password:password_command",
    "refresh": "kith.surfaces.cli.refresh:refresh_command",
    "show": "kith.surfaces.cli.show:show",
    "signal": "kith.surfaces.cli.signal:signal_command",
    "today": "kith.surfaces.cli.today:today",
    "who-is-who": "kith.surfaces.cli.who_is_who:who_is_who",
    "why": "kith.surfaces.cli.why:why_command",
}.items():
    root.add_lazy(name, place)
