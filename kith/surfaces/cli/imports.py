"""`kith import` and `kith imports`."""

import sys
from pathlib import Path

import click

from kith.ledger.imports.models import Batch, LeftOut
from kith.ledger.imports.readers import batches, refused_items
from kith.pipeline.ingest import Progress, import_mail
from kith.surfaces.cli import sheets
from kith.surfaces.cli.output import as_json, bar, emit, say
from kith.surfaces.cli.undo import undo_command
from kith.terms.sheets import SheetKind
from kith.terms.words import Level

SOME_REFUSED = 3  # exit status
LEVELS = click.Choice([level.name.lower() for level in Level if level])
EVERY = 5_000  # mails between two plain lines of progress


@click.group("import")
def import_() -> None:
    """Bring in mail and sheets."""


@import_.command
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--mailbox", required=True, help="Whose mailbox it is: their mail address.")
@click.option("--level", type=LEVELS, help="How much Kith keeps. A new mailbox: full.")
@click.option("--share", type=LEVELS, help="How much colleagues see. A new mailbox: metadata.")
@as_json
def mail(path: Path, mailbox: str, level: str | None, share: str | None, json_: bool) -> None:
    """Mbox, Maildir, a folder or zip of messages, or one file. Twice changes nothing."""
    with bar() as progress:
        task = progress.add_task(f"{path.name}", total=None)

        def report(done: Progress) -> None:
            progress.update(task, completed=done.bytes_done, total=done.bytes_total)
            if not json_ and not sys.stderr.isatty() and done.read % EVERY < EVERY // 10:
                click.echo(f"  {done.read} read, {done.kept} new, {done.refused} refused", err=True)

        batch = import_mail(
            path, mailbox=mailbox, keep=_level(level), share=_level(share), report=report
        )
    emit(_shown(batch)) if json_ else _tell(batch)
    if batch.refused:
        sys.exit(SOME_REFUSED)


for _kind in SheetKind:
    import_.add_command(sheets.command(_kind))


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def imports(context: click.Context, json_: bool) -> None:
    """What was imported, newest first."""
    if context.invoked_subcommand:
        return
    found = [_shown(batch) for batch in batches()]
    if json_:
        emit({"batches": found})
        return
    if not found:
        click.echo("Nothing was imported yet: kith import mail PATH --mailbox you@example.com")
    for row in found:
        say(
            "{id:>4}  {state:<8} {kind:<6} {read:>8} read {kept:>8} new"
            " {refused:>6} refused  {path}".format(**row)
        )


imports.add_command(undo_command)


def _level(name: str | None) -> Level | None:
    return Level[name.upper()] if name else None


def _shown(batch: Batch) -> dict[str, object]:
    return {
        "id": batch.pk, "kind": batch.kind, "path": batch.path, "state": batch.state,
        "read": batch.read, "kept": batch.kept, "refused": batch.refused,
    }  # fmt: skip


def _others(batch: Batch) -> str:
    """What else did not enter: blocked, or deleted in the mail program."""
    codes = (LeftOut.BLOCKED, LeftOut.DELETED)
    return "".join(f", {batch.left_out[code]} {code}" for code in codes if code in batch.left_out)


def _tell(batch: Batch) -> None:
    click.echo(
        f"{batch.read} mails read: {batch.kept} new, {batch.seen} known already,"
        f" {batch.refused} refused{_others(batch)}."
    )
    for item in refused_items(batch)[:10]:
        say(f"  refused: {item.position}: {item.reason}", err=True)
