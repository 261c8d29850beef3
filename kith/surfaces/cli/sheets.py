"""`kith import accounts|products|prices|orders|rates|rebates`."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from kith.ledger.imports.models import Batch
from kith.ledger.imports.sheet_readers import refused_rows, remarks_of
from kith.pipeline.ingest import Progress
from kith.pipeline.sheets.bringing import import_sheet
from kith.pipeline.sheets.looking import look_at, propose, read_map
from kith.surfaces.cli.output import as_json, bar, emit, say
from kith.terms.sheets import SheetKind

SOME_REFUSED = 3  # exit status
EVERY = 50_000  # rows between two plain lines of progress
SHOWN = 10  # refused rows
MEANT: Mapping[SheetKind, str] = {
    SheetKind.ACCOUNTS: "Customers of the books, and the accounts they are.",
    SheetKind.PRODUCTS: "Products, their families and list prices.",
    SheetKind.PRICES: "Price lists.",
    SheetKind.ORDERS: "Lines of invoices or orders, their heads, or both.",
    SheetKind.RATES: "Rates of exchange by day.",
    SheetKind.REBATES: "Rebates, terms, freight and promotions granted off invoices.",
}


def command(kind: SheetKind) -> click.Command:
    """The command that imports sheets of that kind."""

    @click.command(kind.value, help=f"{MEANT[kind]} CSV or XLSX; twice changes nothing.")
    @click.argument("path", type=click.Path(path_type=Path))
    @click.option("--map", "map_", type=click.Path(path_type=Path), help="What columns say: JSON.")
    @click.option(
        "--match", type=click.Choice(["number", "name", "domain"]),
        help="By what customers are told apart; number, unless it is remembered otherwise.",
    )  # fmt: skip
    @as_json
    def run(path: Path, map_: Path | None, match: str | None, json_: bool) -> None:
        told = read_map(map_) if map_ else None
        look = look_at(path, **(told.look if told else {}))
        proposal = propose(look, kind, told)
        chosen = match or proposal.match
        batch = _import(
            path, kind, json_=json_, look=look, column_map=proposal.column_map, match=chosen
        )
        emit(shown(batch)) if json_ else _tell(batch)
        if batch.refused:
            sys.exit(SOME_REFUSED)

    return run


def _import(path: Path, kind: SheetKind, *, json_: bool, **choices: Any) -> Batch:
    with bar() as progress:
        task = progress.add_task(f"{path.name}", total=None)

        def report(done: Progress) -> None:
            progress.update(task, completed=done.bytes_done, total=done.bytes_total)
            if not json_ and not sys.stderr.isatty() and done.read % EVERY < EVERY // 10:
                click.echo(f"  {done.read} read, {done.kept} new, {done.refused} refused", err=True)

        return import_sheet(path, kind=kind, report=report, **choices)


def shown(batch: Batch) -> dict[str, object]:
    """A batch as --json shows it: as `kith imports` does, and what was remarked."""
    return {
        "id": batch.pk, "kind": batch.kind, "path": batch.path, "state": batch.state,
        "read": batch.read, "kept": batch.kept, "refused": batch.refused,
        "remarks": [
            {"code": r.code, "n": r.n, "row": r.first, "reason": str(r.reason)}
            for r in remarks_of(batch)
        ],
    }  # fmt: skip


def _tell(batch: Batch) -> None:
    click.echo(
        f"{batch.read} rows read: {batch.kept} new, {batch.seen} known already,"
        f" {batch.refused} refused."
    )
    for remark in remarks_of(batch):
        say(f"  {remark.reason}", err=True)
    for row, _ in zip(refused_rows(batch), range(SHOWN), strict=False):
        say(f"  refused: {row.reason}", err=True)
