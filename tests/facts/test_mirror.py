"""The mirror equals the views, rebuilds only what changed, and survives being killed."""

import hashlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kith.facts.arrow import NO_TEXT, BrokenPromise, arrow_schema, arrow_type
from kith.facts.engine import open_engine, tables
from kith.facts.manifest import read_manifest
from kith.facts.mirror import mirror, rebuild
from kith.facts.source import BATCH_ROWS, Snapshot, Source
from kith.terms.errors import BadInput
from kith.terms.facts import FACTS
from kith.terms.shapes import CONTACTS, TOUCHES, Column

STAMPS = {
    ("touches", 2000): 1,
    ("touches", 2001): 1,
    ("copies", 2001): 1,
    ("contacts", None): 1,
    ("colleagues", None): 1,
    ("accounts", None): 1,
}


@contextmanager
def ledger(source: Source) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(source.address)) as connection, connection:
        yield connection


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """Views over tables of SQLite as Django makes them: no type but number and text."""
    source = Source("sqlite", str(tmp_path / "kith.db"))
    with ledger(source) as connection:
        for shape in FACTS:
            connection.execute(f"CREATE TABLE rows_{shape.name} ({', '.join(shape.names)})")
            connection.execute(f"CREATE VIEW fact_{shape.name} AS SELECT * FROM rows_{shape.name}")
    return source


def put(source: Source, *activities: int, day: object = "2001-05-06", **other: object) -> None:
    row = {
        "colleague_id": 1,
        "contact_id": 2,
        "account_id": 3,
        "direction": "in",
        "part": 1,
        "recipients": 4,
        "is_mass": 0,
        "is_automatic": 1,
        "asks": 0,
        "says": 0,
        "kind": "email",
        "thread_id": None,
        "day": day,
        "instant": f"{day} 23:59:59.000001",
        "offset_minutes": None,
        "known_day": day,
        **other,
    }
    marks = ", ".join("?" * len(TOUCHES.columns))
    with ledger(source) as connection:
        connection.executemany(
            f"INSERT INTO rows_touches VALUES ({marks})",
            [[({"activity_id": a} | row)[name] for name in TOUCHES.names] for a in activities],
        )


def content(folder: Path) -> Mapping[str, tuple[int, str]]:
    """Rows and a hash of them without order, per table."""
    found: dict[str, list[str]] = {}
    for part in read_manifest(folder).values():
        rows = pq.read_table(folder / part.file).to_pylist()
        found.setdefault(part.table, []).extend(repr(sorted(row.items())) for row in rows)
    return {
        name: (len(rows), hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest())
        for name, rows in found.items()
    }


def files(folder: Path) -> dict[str, int]:
    """The listed files with the time of their last change."""
    parts = read_manifest(folder).values()
    return {part.file: (folder / part.file).stat().st_mtime_ns for part in parts}


def test_every_column_arrives_in_its_shapes_exact_type(source: Source, tmp_path: Path) -> None:
    put(source, 1)
    put(source, 2, thread_id=9, instant="2001-05-06 01:02:03")
    report = mirror(source, tmp_path / "facts", STAMPS)
    assert report.rows == 2
    part = read_manifest(tmp_path / "facts")["touches", 2001]
    table = pq.read_table(tmp_path / "facts" / part.file)
    assert table.schema == arrow_schema(TOUCHES)
    first, second = sorted(table.to_pylist(), key=lambda row: row["activity_id"])
    assert first["day"] == date(2001, 5, 6)
    assert first["instant"] == datetime(2001, 5, 6, 23, 59, 59, 1, UTC)
    assert (first["is_mass"], first["is_automatic"], first["thread_id"]) == (False, True, None)
    assert second["instant"] == datetime(2001, 5, 6, 1, 2, 3, tzinfo=UTC)
    assert second["thread_id"] == 9


@pytest.mark.parametrize("nulls", [5000, BATCH_ROWS + 5000])
def test_a_column_may_begin_with_thousands_of_nulls(
    nulls: int, source: Source, tmp_path: Path
) -> None:
    note = Column("note", "string", "", nullable=True)
    noted = replace(CONTACTS, columns=(*CONTACTS.columns, note))
    with ledger(source) as connection:
        connection.execute("ALTER TABLE rows_contacts ADD COLUMN note")
        connection.execute("DROP VIEW fact_contacts")
        connection.execute("CREATE VIEW fact_contacts AS SELECT * FROM rows_contacts")
        connection.executemany(
            "INSERT INTO rows_contacts VALUES (?, 1, 0, ?)",
            [*((n, None) for n in range(nulls)), (nulls, ""), (nulls + 1, "said")],
        )
    put(source, *range(nulls))
    put(source, nulls, thread_id=7)
    stamps = {("contacts", None): 1, ("touches", 2001): 1}
    mirror(source, tmp_path / "facts", stamps, [noted, TOUCHES])
    parts = read_manifest(tmp_path / "facts")
    notes = pq.read_table(tmp_path / "facts" / parts["contacts", None].file)["note"]
    assert (notes.null_count, set(notes.drop_null().to_pylist())) == (nulls, {"", "said"})
    threads = pq.read_table(tmp_path / "facts" / parts["touches", 2001].file)["thread_id"]
    assert (threads.null_count, len(threads)) == (nulls, nulls + 1)


@pytest.mark.parametrize("stamps", [STAMPS, {}], ids=["empty views", "no parts"])
@pytest.mark.parametrize("name", ["duckdb", pytest.param("local[2]", marks=pytest.mark.spark)])
def test_an_empty_ledger_has_all_its_tables(
    name: str, stamps: dict[tuple[str, int | None], int], source: Source, tmp_path: Path
) -> None:
    mirror(source, tmp_path / "facts", stamps)
    with open_engine(name, scratch=tmp_path) as engine:
        found = tables(engine, tmp_path / "facts")
        for shape in FACTS:
            assert found[shape.name].columns == shape.names
            assert engine.to_pyarrow(found[shape.name].count()).as_py() == 0


def test_years_are_cut_at_the_first_of_january(source: Source, tmp_path: Path) -> None:
    put(source, 1, day="2000-01-01")
    put(source, 2, day="2000-12-31")
    put(source, 3, day="2001-01-01")
    mirror(source, tmp_path / "facts", STAMPS)
    parts = read_manifest(tmp_path / "facts")
    assert (parts["touches", 2000].rows, parts["touches", 2001].rows) == (2, 1)
    with open_engine("duckdb") as engine:
        touches = tables(engine, tmp_path / "facts")["touches"]
        assert sorted(engine.to_pyarrow(touches.activity_id).to_pylist()) == [1, 2, 3]


def test_unchanged_stamps_rebuild_nothing(source: Source, tmp_path: Path) -> None:
    put(source, 1)
    mirror(source, tmp_path / "facts", STAMPS)
    before = files(tmp_path / "facts")
    manifest = (tmp_path / "facts" / "manifest.json").stat().st_mtime_ns
    report = mirror(source, tmp_path / "facts", STAMPS)
    assert (report.built, set(report.kept)) == ((), set(STAMPS))
    assert files(tmp_path / "facts") == before
    assert (tmp_path / "facts" / "manifest.json").stat().st_mtime_ns == manifest


def test_a_changed_year_is_built_again_alone(source: Source, tmp_path: Path) -> None:
    put(source, 1)
    mirror(source, tmp_path / "facts", STAMPS)
    before = files(tmp_path / "facts")
    put(source, 2)
    report = mirror(source, tmp_path / "facts", STAMPS | {("touches", 2001): 2})
    assert report.built == (("touches", 2001),)
    assert content(tmp_path / "facts")["touches"][0] == 2
    assert len(before.items() & files(tmp_path / "facts").items()) == len(STAMPS) - 1


def test_a_year_that_vanished_is_removed(source: Source, tmp_path: Path) -> None:
    put(source, 1)
    put(source, 2, day="2000-02-03")
    mirror(source, tmp_path / "facts", STAMPS)
    left = {key: stamp for key, stamp in STAMPS.items() if key != ("touches", 2000)}
    assert mirror(source, tmp_path / "facts", left).removed == (("touches", 2000),)
    assert content(tmp_path / "facts")["touches"][0] == 1
    mirror(source, tmp_path / "facts", left)
    assert len(list((tmp_path / "facts" / "touches").iterdir())) == 1


def test_a_changed_shape_is_built_again(source: Source, tmp_path: Path) -> None:
    mirror(source, tmp_path / "facts", {("contacts", None): 1}, [CONTACTS])
    wider = replace(
        CONTACTS, columns=(replace(CONTACTS.columns[0], type="int32"), *CONTACTS.columns[1:])
    )
    report = mirror(source, tmp_path / "facts", {("contacts", None): 1}, [wider])
    assert report.built == (("contacts", None),)


def test_a_run_that_dies_between_parts_leaves_the_old_mirror(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(source, 1)
    mirror(source, tmp_path / "facts", STAMPS)
    before = content(tmp_path / "facts")
    put(source, 2)
    put(source, 3, day="2000-02-03")
    whole = Snapshot.batches

    def dying(self: Snapshot, shape: object, year: int | None) -> Iterator[pa.RecordBatch]:
        yield from whole(self, TOUCHES, year)
        if year == 2001:
            raise KeyboardInterrupt

    later = STAMPS | {("touches", 2000): 2, ("touches", 2001): 2}
    with monkeypatch.context() as patched:
        patched.setattr(Snapshot, "batches", dying)
        with pytest.raises(KeyboardInterrupt):
            mirror(source, tmp_path / "facts", later)
    assert content(tmp_path / "facts") == before
    mirror(source, tmp_path / "facts", later)
    assert content(tmp_path / "facts")["touches"][0] == 3
    assert not list((tmp_path / "facts").rglob("*.new"))


def test_a_rebuild_gives_the_same_content(source: Source, tmp_path: Path) -> None:
    put(source, *range(50))
    put(source, *range(50, 90), day="2000-07-08", thread_id=5)
    mirror(source, tmp_path / "facts", STAMPS)
    put(source, 100)
    stamps = STAMPS | {("touches", 2001): 2}
    mirror(source, tmp_path / "facts", stamps)
    grown = content(tmp_path / "facts")
    rebuild(source, tmp_path / "facts", stamps)
    assert content(tmp_path / "facts") == grown
    assert grown["touches"][0] == 91


def test_a_lost_file_is_built_again(source: Source, tmp_path: Path) -> None:
    put(source, 1)
    mirror(source, tmp_path / "facts", STAMPS)
    (tmp_path / "facts" / read_manifest(tmp_path / "facts")["touches", 2001].file).unlink()
    assert mirror(source, tmp_path / "facts", STAMPS).built == (("touches", 2001),)


@pytest.mark.parametrize(
    ("column", "value"),
    [("contact_id", None), ("direction", None), ("day", "2001-05-66"), ("part", 40_000)],
)
def test_a_broken_promise_is_named_and_leaves_the_mirror_as_it_was(
    column: str, value: object, source: Source, tmp_path: Path
) -> None:
    mirror(source, tmp_path / "facts", STAMPS)
    before = (tmp_path / "facts" / "manifest.json").read_bytes()
    put(
        source,
        *range(3000),
        **{"day": "2001-05-06", "instant": "2001-05-06 01:02:03", column: value},
    )
    with pytest.raises(BrokenPromise, match=f"fact_touches.{column}") as told:
        mirror(source, tmp_path / "facts", STAMPS | {("touches", 2001): 2})
    assert told.value.data == {"table": "touches", "column": column}
    assert (tmp_path / "facts" / "manifest.json").read_bytes() == before


def test_a_missing_ledger_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no ledger"):
        mirror(Source("sqlite", str(tmp_path / "none.db")), tmp_path / "facts", STAMPS)


def test_a_url_with_a_password_is_not_shown() -> None:
    assert "secret" not in repr(Source("postgresql", "postgresql://kith:secret@host/kith"))


def test_the_manifest_is_json_for_other_programs(source: Source, tmp_path: Path) -> None:
    put(source, 1)
    mirror(source, tmp_path / "facts", {("touches", 2001): 4})
    [part] = json.loads((tmp_path / "facts" / "manifest.json").read_text())["parts"]
    assert (part["table"], part["year"], part["stamp"], part["rows"]) == ("touches", 2001, 4, 1)


def test_types_are_those_that_ibis_makes_of_their_names() -> None:
    columns = {c.type: c for shape in FACTS for c in shape.columns}
    assert len(columns) > 5
    for name, column in columns.items():
        assert arrow_type(column) == ibis.dtype(name).to_pyarrow()


def test_a_text_that_begins_with_the_mark_of_no_text_stays(source: Source, tmp_path: Path) -> None:
    put(source, 1, kind=f"{NO_TEXT}email")
    put(source, 2, kind=f"email{NO_TEXT}")
    mirror(source, tmp_path / "facts", STAMPS)
    [part] = [p for p in read_manifest(tmp_path / "facts").values() if p.rows]
    kinds = pq.read_table(tmp_path / "facts" / part.file).column("kind").to_pylist()
    assert sorted(kinds) == [f"{NO_TEXT}email", f"email{NO_TEXT}"]


COPY = """
import sys
from pathlib import Path
from kith.facts.source import Source
from kith.pipeline.copying import copied
[report] = copied(Source("sqlite", sys.argv[1]), Path(sys.argv[2]), {("touches", 2001): 1})
print(report.rows, *(name for name in ("django", "ibis", "pandas") if name in sys.modules))
"""


def test_a_process_that_copies_loads_nothing_that_thinks(source: Source, tmp_path: Path) -> None:
    put(source, 1, 2, thread_id=7)
    done = subprocess.run(
        [sys.executable, "-c", COPY, source.address, str(tmp_path / "facts")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["2"]
