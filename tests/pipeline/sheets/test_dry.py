"""A sheet is tried before anything is kept of it, and its choices are remembered."""

from pathlib import Path

import pytest

from kith.ledger.imports.models import Arrival, Batch
from kith.ledger.rights.models import User
from kith.ledger.trade.models import InvoiceLine
from kith.ledger.whole.content_hash import content_hash
from kith.pipeline.sheets.bringing import import_sheet
from kith.pipeline.sheets.dry import DryRun, dry_run
from kith.pipeline.sheets.looking import look_at, propose
from kith.pipeline.undo import undo
from kith.terms.errors import BadInput, Refused
from kith.terms.sheets import ColumnMap, SheetKind
from tests.pipeline.sheets.desk import ORDERS, bring, line, write

pytestmark = pytest.mark.django_db(transaction=True)


def tried(path: Path, most: int = 50_000) -> DryRun:
    look = look_at(path)
    return dry_run(path, look, propose(look).column_map, SheetKind.ORDERS, most=most)


def test_a_dry_run_counts_what_would_come_of_it_and_keeps_nothing(
    firm: User, tmp_path: Path
) -> None:
    bring(write(tmp_path, ORDERS, [line("R1", 1), line("R1", 2, "A2", text="Pump")]))
    before, batches = content_hash(), Batch.objects.count()
    rows = [
        line("R1", 1), line("R1", 2, "A2", text="Pump", quantity=3), line("R2", 1, currency="USD"),
        line("R2", 1, currency="USD"),
        line("R3", 1, customer="101", name="Lindner Brewery Hamburg"),
    ]  # fmt: skip
    found = tried(write(tmp_path, ORDERS, rows))
    assert (found.read, found.new, found.changed, found.same, found.refused) == (5, 2, 1, 1, 1)
    assert [row.row for row in found.first_refused] == [5]
    assert found.remarks["no_rate"].n == 2
    assert (found.customers_new, found.customers_doubtful) == (1, ["Lindner Brewery Hamburg"])
    assert found.whole
    assert (content_hash(), Batch.objects.count()) == (before, batches)
    assert not Arrival.objects.filter(how=Arrival.CHANGED).exists()


def test_of_a_long_sheet_the_first_rows_are_tried(firm: User, tmp_path: Path) -> None:
    rows = [line(f"R{n}", 1) for n in range(12_000)]
    found = tried(write(tmp_path, ORDERS, rows), most=4_000)
    assert 4_000 <= found.read < 12_000
    assert not found.whole
    assert not InvoiceLine.objects.exists()


def test_what_was_chosen_for_the_same_columns_is_proposed_again(firm: User, tmp_path: Path) -> None:
    header = ("a", "b", "c", "d", "e")
    path = write(tmp_path, header, [("R1", "2026-01-05", "A1", 2, 30)])
    chosen = ColumnMap(
        {"invoice": "a", "day": "b", "product_number": "c", "quantity": "d", "net": "e"}
    )
    batch = import_sheet(
        path, kind=SheetKind.ORDERS, look=look_at(path), column_map=chosen, match="name", actor=firm
    )
    again = propose(look_at(write(tmp_path, header, [("R2", "2026-01-06", "A1", 1, 15)])))
    assert (again.kind, again.column_map, again.match) == (SheetKind.ORDERS, chosen, "name")
    assert again.remembered is not None
    assert (again.remembered.by, again.remembered.when) == ("Ann Ahlers", batch.started_at)
    assert propose(look_at(path), SheetKind.RATES).remembered is None
    other = write(tmp_path, ("a", "b", "c", "d", "f"), [("R1", "2026-01-05", "A1", 2, 30)])
    assert propose(look_at(other)).remembered is None


def test_a_map_that_does_not_fit_is_told_before_anything_is_made(
    firm: User, tmp_path: Path
) -> None:
    path = write(tmp_path, ORDERS, [line("R1", 1)])
    with pytest.raises(BadInput, match="no column"):
        import_sheet(
            path, kind=SheetKind.ORDERS, look=look_at(path), column_map=ColumnMap({"invoice": "x"})
        )
    assert not Batch.objects.exists()


def test_a_cut_off_sheet_goes_on_only_by_the_choices_it_was_begun_with(
    firm: User, tmp_path: Path
) -> None:
    path = write(tmp_path, ORDERS, [line(f"R{n}", 1) for n in range(12_000)])
    look = look_at(path)
    told = propose(look, SheetKind.ORDERS).column_map

    def cut_off(done: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_sheet(path, kind=SheetKind.ORDERS, look=look, column_map=told, report=cut_off)
    stopped = Batch.objects.get()
    assert stopped.state == Batch.STOPPED
    assert 0 < InvoiceLine.objects.count() < 12_000
    with pytest.raises(Refused, match="other choices"):
        import_sheet(path, kind=SheetKind.ORDERS, look=look, column_map=told, match="name")
    done = import_sheet(path, kind=SheetKind.ORDERS, look=look, column_map=told)
    assert (done.pk, done.read, done.kept) == (stopped.pk, 12_000, 12_000)
    undo(done.pk)
    assert content_hash() == "0" * 64
