"""Looks through every text of the ledger that is not a mail for what names an erased person.

Which columns those are is not written down: all that hold free text, so that a new one is looked
through from its first day. Left out are those that name others, listed with the reason.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from kith.ledger.people.names import fold, match_key
from kith.ledger.rights.models import User
from kith.ledger.whole.erase_writers import delete_rows, rewrite_rows
from kith.ledger.whole.erasure_readers import rows_after
from kith.ledger.whole.models import Erasure
from kith.reading.erasing import Person

CLOSED = 64  # characters: shorter columns hold words of ours (a kind, a state), not a person's
ROWS = 2_000  # looked at, or rewritten, at once

OTHERWISE = {
    "activity": "its subject is erased with its text, and indexed anew",
    "activitytext": "so is its text",
    "user": "colleagues are not erased",
    "mailbox": "a colleague's",
    "colleague": "colleagues are not erased",
    "firm": "the firm's own",
    "owndomain": "the firm's own",
    "team": "the firm's own",
    "block": "keeps mail out; to change it would let the mail in",
    "searchentry": "tokens of mailboxes",
    "gauge": "numbers and days",
    "run": "numbers",
    "erasure": "cleared when the person goes",
    "accountdomain": "an organisation's; deleted where the person alone was there",
}
NOT_THERE = {
    "address.address": "the person's are deleted, others name others",
    "address.domain": "an organisation's",
    "contact.sort_key": "made from the name",
    "contact.match_key": "made from the name",
    "account.sort_key": "made from the name",
    "finding.key": "made of ids",
    "verdict.key": "made of ids",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of free text. `is_json`: its strings are looked at, keys included."""

    name: str
    is_json: bool


def columns() -> dict[str, list[Column]]:
    """By table, what is looked through."""
    found: dict[str, list[Column]] = {}
    for model in apps.get_app_config("ledger").get_models():
        kept = [
            Column(str(field.column), isinstance(field, models.JSONField))
            for field in model._meta.local_fields
            if _is_free(field) and f"{model._meta.model_name}.{field.name}" not in NOT_THERE
        ]
        if kept and model._meta.model_name not in OTHERWISE:
            found[model._meta.db_table] = kept
    return found


def _is_free(field: "models.Field[Any, Any]") -> bool:
    if isinstance(field, (models.TextField, models.JSONField)):
        return True
    return isinstance(field, models.CharField) and (field.max_length or CLOSED + 1) > CLOSED


def sweep(erasure: Erasure, person: Person, *, actor: User | None) -> None:
    """Writes every row anew that names the person."""
    for table, looked_at in columns().items():
        made_of = _MADE_OF_NAME.get(table, {})
        names = [*(column.name for column in looked_at), *made_of]
        for rows in _rows(table, looked_at):
            changed = [
                (*new, *(make(str(new[0])) for make in made_of.values()), key)
                for key, *values in rows
                if (new := _all_without(values, looked_at, person)) != values
            ]
            if changed and table in _SAY_A_NAME_ONLY:
                delete_rows(erasure, table, [row[-1] for row in changed], actor=actor)
            elif changed:
                rewrite_rows(erasure, table, "id", names, changed, actor=actor)


# Columns made from a row's first looked-at one, which is its name.
_MADE_OF_NAME: dict[str, dict[str, Callable[[str], str]]] = {
    "ledger_contact": {"sort_key": fold, "match_key": match_key},
    "ledger_account": {"sort_key": fold},
}
# One of them without the name would be the same as another.
_SAY_A_NAME_ONLY = {"ledger_nameseen"}


def _rows(table: str, looked_at: list[Column]) -> Iterator[list[tuple[Any, ...]]]:
    last = 0
    while rows := rows_after(table, [column.name for column in looked_at], last, ROWS):
        last = rows[-1][0]
        yield rows


def _all_without(values: list[Any], looked_at: list[Column], person: Person) -> list[Any]:
    return [_without(v, c, person) for v, c in zip(values, looked_at, strict=True)]


def _without(value: Any, column: Column, person: Person) -> Any:
    if value is None or value == "":
        return value
    if column.is_json:
        held = json.loads(value) if isinstance(value, str) else value
        new = _in_json(held, person)
        if new == held:
            return value
        return json.dumps(new)
    return person.erased(value).text if person.is_in(value) else value


def _in_json(held: Any, person: Person) -> Any:
    if isinstance(held, str):
        return person.erased(held).text if person.is_in(held) else held
    if isinstance(held, list):
        return [_in_json(each, person) for each in held]
    if isinstance(held, dict):
        return {_in_json(k, person): _in_json(v, person) for k, v in held.items()}
    return held
