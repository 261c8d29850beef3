"""The demo's own ledger in KITH_HOME: made, found again, or made afresh; never over real data."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from kith.demo.build import build
from kith.demo.calendar import on_or_before
from kith.demo.load import load
from kith.ledger.insights.readers import newest_run
from kith.ledger.rights.readers import firm
from kith.terms.errors import Refused

KEPT_IN_HOME = ("facts", "gauges", "demo-mail")


def demo_ledger(
    home: Path, *, today: date, fresh: bool, password: str, say: Callable[[str], None]
) -> None:
    """A whole demo ledger in `home`, as of the last working day up to `today`.

    One that is there stays, unless it was cut off half-way or `fresh` asks for a new one. Raises
    Refused where the ledger is a real firm's, or lies in PostgreSQL.
    """
    if connection.vendor != "sqlite":
        raise Refused("The demo keeps to a file of its own.", cure="Unset DATABASE_URL.")
    call_command("migrate", verbosity=0)
    standing = firm()
    if standing and not standing.is_demo:
        raise Refused(
            f"{standing.name}'s own ledger stands in {home}.",
            cure="Name another folder: KITH_HOME=~/kith-demo kith demo",
        )
    if standing and newest_run() and not fresh:
        say("The demo company is here already (--fresh makes it anew).")
        return
    if standing:
        _clear(home)
        call_command("migrate", verbosity=0)
    say("Writing the mailboxes and the books of an invented company …")
    company = build(home / "demo-mail", clock=on_or_before(today))
    say(f"Importing {company.letters} mails and {company.lines} lines of invoices …")
    load(company, password=password)


def _clear(home: Path) -> None:
    connection.close()
    for ending in ("", "-wal", "-shm"):
        Path(f"{connection.settings_dict['NAME']}{ending}").unlink(missing_ok=True)
    for name in KEPT_IN_HOME:
        shutil.rmtree(home / name, ignore_errors=True)
