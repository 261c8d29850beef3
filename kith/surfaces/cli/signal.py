"""`kith signal`: any signal's table."""

from datetime import date
from pathlib import Path

import click

from kith.ledger.rights import readers as rights
from kith.pipeline.signal_table import FORMATS, SignalTable, save, signal_table
from kith.surfaces.cli.output import as_json, emit, steps
from kith.surfaces.cli.refresh import Day
from kith.terms.errors import BadInput


@click.command("signal")
@click.argument("name")
@click.option("--as-of", type=Day(), help="A past day instead of today.")
@click.option("--user", "email", help="What this user may see of it: their mail address.")
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path),
    help=f"Write it to a file: {', '.join(FORMATS)}.",
)  # fmt: skip
@as_json
def signal_command(
    name: str, as_of: date | None, email: str | None, file: Path | None,
    json_: bool,
) -> None:  # fmt: skip
    """One signal's rows, with the number of rows that it was computed from.

    Ids and numbers alone. Without --user all rows are the machine's operator's.
    """
    if file and file.suffix not in FORMATS:
        raise BadInput(
            f"{file.name} has no ending that is known.", cure=f"Use {' or '.join(FORMATS)}."
        )
    user = rights.user_by_email(email) if email else None
    with signal_table(name, as_of=as_of, user=user, report=steps(json_)) as table:
        head = {"signal": name, "as_of": table.as_of, "user": email, "inputs": dict(table.inputs)}
        if file:
            written = save(table, file)
            if json_:
                emit({**head, "file": str(file), "rows": written})
            else:
                click.echo(f"{written} rows of {name} as of {table.as_of} in {file}.")
        elif json_:
            emit({**head, "rows": list(table.rows())})
        else:
            _print(table)


def _print(table: SignalTable) -> None:
    """Tab-separated, the inputs' counts first, as a remark."""
    counts = ", ".join(f"{count} {what}" for what, count in table.inputs.items())
    click.echo(f"# {table.name} as of {table.as_of}, from {counts}")
    click.echo("\t".join(table.columns))
    for row in table.rows():
        click.echo("\t".join("" if value is None else str(value) for value in row.values()))
