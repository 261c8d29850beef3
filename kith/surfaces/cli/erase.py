"""`kith erase`."""

import sys

import click

from kith.ledger.whole.models import Erasure
from kith.pipeline.erase import Plan, erase, plan
from kith.pipeline.remains import remains
from kith.surfaces.cli.output import as_json, emit
from kith.surfaces.signs import harmless

ELSEWHERE = (
    "This cannot be undone. Files that mail was imported from still hold it, and so do backups and"
    " the mail server: Kith does not touch them."
)


@click.command("erase")
@click.argument("email")
@click.option("--also", multiple=True, help="A further name they go by; repeat for more.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
def erase_command(email: str, also: tuple[str, ...], yes: bool, json_: bool) -> None:
    """Erase a person: their mail, their name in other mail, every trace. It cannot be undone.

    On a terminal it says first what goes, and asks.
    """
    before = plan(email, also=also)
    if not json_:
        _tell_plan(before)
        if not yes and sys.stdin.isatty():
            click.confirm("Erase them?", abort=True)
    person = before.whom
    done = erase(email, also=also, actor=None)
    left = remains(person)
    if json_:
        emit({
            "erasure": done.pk, "state": done.state, "addresses": len(person.addresses),
            "counts": done.counts, "remains": left, "namesakes": list(before.namesakes),
        })  # fmt: skip
        return
    _tell(done, left)


def _tell_plan(before: Plan) -> None:
    person = before.whom
    click.echo(f"To be erased: {', '.join(text for _, text in person.addresses)}")
    click.echo(f"  names: {harmless(', '.join(before.names)) or 'none known'}")
    click.echo(f"  {before.deleted} mails that they wrote, or that nobody else outside is in")
    click.echo(f"  their place and name in {before.left} mails with others")
    click.echo("  their address and full name in every other mail, and in every other text")
    if person.common:
        click.echo(
            f"  {harmless(', '.join(person.common))}: somebody else bears this name,"
            " so it goes only from mail that they themselves were in"
        )
    if before.namesakes:
        click.echo(
            f"  of the same name, and left alone: {', '.join(before.namesakes)}. If that is the"
            " same person, erase these addresses too."
        )
    click.echo(ELSEWHERE)


def _tell(done: Erasure, left: list[str]) -> None:
    for what, count in done.counts.items():
        if count:
            click.echo(f"{count:>8}  {what}")
    click.echo("Erased. No import brings them back.")
    if left:
        click.echo(f"These files in Kith's folder still hold their address: {', '.join(left)}")
