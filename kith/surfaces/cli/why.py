"""`kith why`: what became of a mail, of an address' mails, of a day's."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click

from kith.ledger.rights import readers as rights
from kith.ledger.whole.why import Answer, Kept, OfAddress, OfDay, OfMessage, Reason
from kith.ledger.whole.why_readers import why
from kith.surfaces.cli.output import as_json, emit, say
from kith.surfaces.why_words import CHECK, counts_as, left_out_as


@click.command("why")
@click.argument("asked", metavar="MESSAGE-ID|ADDRESS|DATE")
@click.option("--user", "email", help="Look through the eyes of this user: their mail address.")
@as_json
def why_command(asked: str, email: str | None, json_: bool) -> None:
    """Why a mail is here or is not: read, counted or not, blocked, refused, undone, never met.

    Without --user it answers the machine's operator, about all mailboxes, and prints no subject.
    """
    answer = why(asked, user=rights.user_by_email(email) if email else None)
    if json_:
        emit(_shown(answer))
        return
    for line in _lines(answer):
        say(line)


def _shown(answer: Answer) -> dict[str, Any]:
    kinds = {OfMessage: "message", OfAddress: "address", OfDay: "day"}
    return {"kind": kinds[type(answer)], **asdict(answer)}


def _lines(answer: Answer) -> Iterator[str]:
    if isinstance(answer, OfMessage):
        yield from _of_message(answer)
    elif isinstance(answer, OfAddress):
        yield from _of_address(answer)
    else:
        yield from _of_day(answer)


def _of_message(answer: OfMessage) -> Iterator[str]:
    if answer.kept:
        yield from _kept(answer.kept)
    for out in answer.outside:
        where = f": {out.path} {out.position}".rstrip(": ") if out.position else ""
        yield (
            f"Not taken in from import {out.batch_id} of {out.began:%Y-%m-%d} into {out.mailbox}:"
            f" {left_out_as(out.code)}. {out.reason}{where}"
        )
    if answer.mentioned:
        yield "Mails that are here answer it, or go on from it; it never came in itself."
    elif not answer.is_known:
        yield "No import has met it."
    if not answer.kept and not answer.outside:
        yield from (f"  · {question}" for question in CHECK)


def _kept(kept: Kept) -> Iterator[str]:
    if kept.subject:
        yield kept.subject
    if kept.reason is Reason.COUNTED:
        yield f"It is here, of {kept.day}, and it counts."
    else:
        said = counts_as(kept.reason, kept.undated_because)
        yield f"It is here{f', of {kept.day}' if kept.day else ''}, and does not count: {said}."
    for one in kept.brought:
        how = "new" if one.new else "known already"
        yield f"  import {one.batch_id} of {one.began:%Y-%m-%d} into {one.mailbox}: {how}"


def _of_address(answer: OfAddress) -> Iterator[str]:
    if not answer.is_known:
        yield f"No import has met {answer.asked}."
        yield from (f"  · {question}" for question in CHECK[:3])
        return
    total = sum(answer.reasons.values())
    span = f", {answer.first_day} to {answer.last_day}" if answer.first_day else ""
    yield f"{total} mails with {answer.asked} are here{span}."
    for reason, count in sorted(answer.reasons.items(), key=lambda pair: -pair[1]):
        yield f"{count:>8}  {counts_as(reason)}"
    if answer.is_ours:
        yield "  Mails in which they were only copied are not among these."
    for batch, mailbox, code, count in answer.outside:
        yield f"{count:>8}  not taken in from import {batch} into {mailbox}: {left_out_as(code)}"


def _of_day(answer: OfDay) -> Iterator[str]:
    if not answer.mailboxes and not answer.outside:
        yield f"No import has met a mail of {answer.asked}."
        yield from (f"  · {question}" for question in CHECK[:3])
    for box in sorted({*answer.mailboxes, *answer.outside}):
        yield box
        for reason, count in answer.mailboxes.get(box, {}).items():
            yield f"{count:>8}  {counts_as(reason)}"
        for code, count in answer.outside.get(box, {}).items():
            yield f"{count:>8}  not taken in: {left_out_as(code)}"
