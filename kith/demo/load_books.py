"""Feeds the books through the real importer: each looked at, a map proposed, brought in."""

from collections.abc import Callable, Sequence

from kith.demo.trade.sheets import Book
from kith.ledger.rights.models import User
from kith.pipeline.ingest import Progress
from kith.pipeline.sheets.bringing import import_sheet
from kith.pipeline.sheets.looking import look_at, propose
from kith.terms.sheets import SheetKind


def bring_books(
    books: Sequence[Book], *, actor: User, progress: Callable[[Progress], None] | None = None
) -> None:
    """All of them, in their order. Raises as `import_sheet` does."""
    for book in books:
        look = look_at(book.path)
        proposed = propose(look, SheetKind(book.kind))
        import_sheet(
            book.path,
            kind=proposed.kind,
            look=look,
            column_map=proposed.column_map,
            match=proposed.match,
            actor=actor,
            report=progress,
        )
