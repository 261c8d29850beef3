"""A batch as the pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from kith.ledger.imports.batch_readers import UNFINISHED, file_names, is_sheet
from kith.ledger.imports.models import Batch
from kith.ledger.rights.models import User
from kith.surfaces.sheet_words import kind_name
from kith.terms.words import Role


@dataclass(frozen=True, slots=True)
class Row:
    """One batch. `is_own`: the reader may do something to it, not only look. `sheet`: what kind of
    sheet it is; '' for mail."""

    batch: Batch
    names: list[str]
    whose: str
    is_own: bool
    sheet: str = ""

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def more(self) -> int:
        return len(self.names) - 1

    @property
    def is_moving(self) -> bool:
        """Whether it will look otherwise in a second."""
        return self.batch.state in UNFINISHED


def row(user: User, batch: Batch) -> Row:
    """The batch for this reader."""
    box = batch.mailbox
    own = box is not None and box.owner_id == user.pk
    if is_sheet(batch):  # the firm's, whoever brought it
        by = batch.started_by.name if batch.started_by else gettext("nobody")
        return Row(batch, file_names(batch), by, user.role == Role.MANAGER, kind_name(batch.kind))
    return Row(
        batch,
        file_names(batch),
        gettext("you") if own else box.owner.name if box else gettext("nobody"),
        own,
    )


def rows(user: User, batches: Iterable[Batch]) -> list[Row]:
    """The batches in their order."""
    return [row(user, batch) for batch in batches]
