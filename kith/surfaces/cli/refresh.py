"""`kith refresh`."""

from datetime import date

import click

from kith.pipeline.refresh import refresh
from kith.surfaces.cli.output import as_json, emit, steps


class Day(click.ParamType[date]):
    """A date as 2001-06-01."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date. Write it as 2026-03-31.", param, ctx)


@click.command("refresh")
@click.option("--as-of", type=Day(), help="A past day instead of today.")
@as_json
def refresh_command(as_of: date | None, json_: bool) -> None:
    """Compute facts, signals and findings."""
    run = refresh(as_of=as_of, report=steps(json_))
    if json_:
        emit({"as_of": run.as_of, "run": run.pk, **run.report})
    else:
        click.echo(f"{run.report['findings']} findings as of {run.as_of}.")
