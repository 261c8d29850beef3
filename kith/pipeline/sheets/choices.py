"""What a person chose for a sheet, as its batch keeps it: how to look at it, what its columns say,
by what customers are told apart."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, cast

from kith.pipeline.sheets.keys import MATCHES
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop
from kith.terms.sheets import ColumnMap, Look


@dataclass(frozen=True, slots=True)
class Choices:
    """`match`: by what customers of the sheet are told apart: number, name or domain."""

    look: Look
    column_map: ColumnMap
    match: str = "number"

    def __post_init__(self) -> None:
        if self.match not in MATCHES:
            raise BadInput(
                gettext_noop("Customers are not matched by {match}."),
                cure=gettext_noop("Say number, name or domain."),
                match=self.match,
            )


def written(choices: Choices) -> dict[str, Any]:
    """As JSON keeps it, samples included: by them it is told how credit notes are written."""
    look, told = asdict(choices.look), asdict(choices.column_map)
    kept = {"look": look, "map": told, "match": choices.match}
    return cast("dict[str, Any]", json.loads(json.dumps(kept)))  # as it will be read again


def read(kept: Mapping[str, Any]) -> Choices:
    """What `written` gave."""
    look = {name: _plain(kept["look"][name]) for name in (field.name for field in fields(Look))}
    told = kept["map"]
    column_map = ColumnMap(told["columns"], told["constants"], tuple(told["percent"]))
    return Choices(Look(**look), column_map, kept["match"])


def _plain(value: Any) -> Any:
    """Tuples in place of JSON's lists, however deep."""
    return tuple(map(_plain, value)) if isinstance(value, list) else value
