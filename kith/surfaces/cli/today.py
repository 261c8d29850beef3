"""`kith today`: the five sentences, for one user."""

from datetime import date
from typing import Any

import click

from kith.ledger.insights import readers as insights
from kith.ledger.rights import readers as rights
from kith.pipeline.refresh import standing_run
from kith.surfaces.cli.output import as_json, emit, steps
from kith.surfaces.cli.refresh import Day
from kith.surfaces.signs import harmless
from kith.surfaces.words import effort_of, empty_sentence, sentences_for


@click.command
@click.option("--user", "email", help="Whose Today: their mail address. Default: the first user's.")
@click.option("--as-of", type=Day(), help="A past day; refreshed first if need be.")
@as_json
def today(email: str | None, as_of: date | None, json_: bool) -> None:
    """Whom to speak to today, and why: at most five."""
    user = rights.user_by_email(email)
    run = standing_run(as_of=as_of, report=steps(json_))
    found = insights.today(user, series=run.series)
    said = sentences_for(user, found, with_subject=email is not None)
    if json_:
        emit({
            "as_of": run.as_of,
            "user": user.email,
            "findings": [_shown(f, s) for f, s in zip(found, said, strict=True)],
        })  # fmt: skip
        return
    for finding, sentence in zip(found, map(harmless, said), strict=True):
        effort = effort_of(finding)
        click.echo(f"· {sentence}{f' ({effort})' if effort else ''}")
    if not said:
        click.echo(empty_sentence(user, run.series))


def _shown(finding: Any, sentence: str) -> dict[str, Any]:
    return {
        "id": finding.pk, "kind": finding.kind, "sentence": sentence, "since": finding.since,
        "subject": {"account": finding.account.name,
                    "contact": finding.contact.name if finding.contact else None},
        "evidence": finding.evidence,
    }  # fmt: skip
