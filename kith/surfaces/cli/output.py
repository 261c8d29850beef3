"""How commands print: one JSON object, or lines for people; progress on a terminal."""

import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kith.surfaces.signs import harmless

as_json = click.option("--json", "json_", is_flag=True, help="One JSON object on standard output.")


def emit(found: dict[str, Any]) -> None:
    """The one object of --json."""
    click.echo(json.dumps(found, ensure_ascii=False, default=str))


def say(line: str, *, err: bool = False) -> None:
    """One line for a person, who may read a stranger's words in it: nothing turns it around."""
    click.echo(harmless(line), err=err)


def steps(json_: bool) -> Callable[[str], None]:
    """Says each step of a long command on standard error; nothing under --json."""

    def tell(step: str) -> None:
        if not json_:
            click.echo(f"  {step} …", err=True)

    return tell


def bar() -> AbstractContextManager[Progress]:
    """A progress bar on a terminal. Elsewhere rich prints nothing; callers print plain lines."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        transient=True,
        disable=not sys.stderr.isatty(),
        console=None,
    )
