"""`kith today`: the five sentences, for one user."""

from datetime import UTC, date, datetime
from typing import Any

import click

from kith.ledger.insights import readers as insights
from kith.ledger.insights.models import LIVE
from kith.ledger.rights import readers as rights
from kith.pipeline.refresh import refresh
from kith.surfaces.cli.output import as_json, emit, steps
from kith.surfaces.cli.refresh import Day
from kith.surfaces.words import empty_sentence, sentences_for


@click.command
@click.option("--user", "email", help="Whose Today: their mail address. Default: the first user's.")
@click.option("--as-of", type=Day(), help="A past day; refreshed first if it has no run yet.")
@as_json
def today(email: str | None, as_of: date | None, json_: bool) -> None:  # noqa: FBT001
    """Whom to speak to today, and why: at most five."""
    user = rights.user_by_email(email)
    series = _ready(as_of, json_=json_)
    run = insights.newest_run(series)
    found = insights.today(user, series=series)
    said = sentences_for(user, found, with_subject=email is not None)
    if json_:
        emit({
            "as_of": run.as_of if run else as_of,
            "user": user.email,
            "findings": [_shown(f, s) for f, s in zip(found, said, strict=True)],
        })  # fmt: skip
        return
    for sentence in said or [empty_sentence(user, series)]:
        click.echo(f"· {sentence}" if said else sentence)


def _ready(as_of: date | None, *, json_: bool) -> str:
    """The series to read; a day without a run of its own is refreshed first."""
    now = rights.today_at(rights.founded(), datetime.now(UTC))
    day = as_of or now
    series = LIVE if day == now else str(day)
    run = insights.newest_run(series)
    if run is None or run.as_of != day:
        refresh(as_of=day, report=steps(json_))
    return series


def _shown(finding: Any, sentence: str) -> dict[str, Any]:
    return {
        "id": finding.pk, "kind": finding.kind, "sentence": sentence, "since": finding.since,
        "subject": {"account": finding.account.name,
                    "contact": finding.contact.name if finding.contact else None},
        "evidence": finding.evidence,
    }  # fmt: skip
