"""`kith imports undo N`."""

import sys
from collections.abc import Mapping
from typing import Any

import click

from kith.pipeline.undo import undo
from kith.surfaces.cli.output import as_json, bar, emit

STEPS = {
    "mails": "Taking mails back",
    "rows": "Taking rows back",
    "people": "Looking whom nothing names any more",
    "findings": "Clearing findings",
    "columns": "Clearing the columns",
    "disk": "Clearing the disk",
}
EVERY = 5_000  # mails between two plain lines of progress


@click.command("undo")
@click.argument("number", type=int)
@as_json
def undo_command(number: int, json_: bool) -> None:
    """Take an import back. What other imports brought too, or a person works on, stays."""
    with bar() as progress:
        task = progress.add_task("", total=None)
        said = ["", 0]

        def report(step: str, done: int, total: int) -> None:
            progress.update(task, description=STEPS[step], completed=done, total=total or None)
            if json_ or sys.stderr.isatty():
                return
            if step != said[0] or done // EVERY != said[1]:
                said[:] = [step, done // EVERY]
                click.echo(f"  {STEPS[step]}" + (f": {done} of {total}" if total else ""), err=True)

        undone = undo(number, report=report)
    if json_:
        emit({
            "id": number, "state": undone.batch.state, "was_undone": undone.before,
            "left": [dict(row) for row in undone.left],
        })  # fmt: skip
        return
    click.echo(f"Import {number} " + ("was undone already." if undone.before else "is undone."))
    for row in undone.left:
        click.echo(f"  stays: {_what(row)}: {row['why']}")


def _what(row: Mapping[str, Any]) -> str:
    """`account Acme`, or `3 contacts`."""
    if "name" in row:
        return f"{row['kind']} {row['name']}"
    plural = {"address": "addresses"}.get(row["kind"], f"{row['kind']}s")
    return f"{row['count']} {plural if row['count'] != 1 else row['kind']}"
