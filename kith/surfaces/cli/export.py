"""`kith export`: so far, the hash of what it would hold."""

import click

from kith.ledger.rights.readers import founded
from kith.ledger.whole.content_hash import content_hash
from kith.surfaces.cli.output import as_json, emit
from kith.terms.errors import BadInput


@click.command
@click.argument("target", metavar="FILE|-")
@click.option("--hash", "hash_", is_flag=True, help="Export nothing: print the content's hash.")
@as_json
def export(target: str, hash_: bool, json_: bool) -> None:
    """One line that is the same for the same content: what happened, and to whom."""
    if not hash_ or target != "-":
        raise BadInput("Only the content's hash can be had yet.", cure="Run: kith export - --hash")
    founded()
    found = content_hash()
    if json_:
        emit({"hash": found})
    else:
        click.echo(found)
