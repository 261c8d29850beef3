"""Keep the Parquet mirror equal to the ledger's fact views, rebuilding only what changed."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from kith.facts.arrow import arrow_schema, columns_hash
from kith.facts.manifest import Part, read_manifest, write_manifest
from kith.facts.source import Snapshot, Source
from kith.terms.facts import FACTS
from kith.terms.shapes import Shape

Stamps = Mapping[tuple[str, int | None], int]


@dataclass(frozen=True, slots=True)
class MirrorReport:
    """What one run did, as (table, year) pairs, and how many rows the mirror now holds."""

    built: tuple[tuple[str, int | None], ...]
    kept: tuple[tuple[str, int | None], ...]
    removed: tuple[tuple[str, int | None], ...]
    rows: int


def mirror(
    source: Source, folder: Path, stamps: Stamps, shapes: Sequence[Shape] = FACTS
) -> MirrorReport:
    """Make `folder` hold one part per stamp, each built from `source` at that stamp.

    `stamps` maps (shape's name, year; None where the shape is not cut by year) to a number that
    changes whenever the part's rows do. Read them before calling: a change in between is then
    built again by the next run, never missed.

    1. Files that no manifest lists (a killed run's, the last run's outdated ones) are removed.
    2. Parts whose stamp or shape changed are written beside the old ones, in one read transaction.
    3. The manifest is swapped. Outdated files stay until the next run, for who is reading them.

    Raises `kith.facts.arrow.BrokenPromise`, `kith.terms.errors.BadInput`; the mirror is then as
    it was before.
    """
    known = {shape.name: shape for shape in shapes}
    folder.mkdir(parents=True, exist_ok=True)
    old = read_manifest(folder)
    _sweep(folder, {part.file for part in old.values()})
    stale = _stale(folder, stamps, old, known)
    built: dict[tuple[str, int | None], Part] = {}
    if stale:
        with source.snapshot() as snapshot:
            for name, year in stale:
                built[name, year] = _build(snapshot, folder, known[name], year, stamps[name, year])
    parts = {key: built.get(key) or old[key] for key in stamps}
    if parts != old:
        write_manifest(folder, parts.values())
    return MirrorReport(
        built=tuple(stale),
        kept=tuple(key for key in stamps if key not in built),
        removed=tuple(key for key in old if key not in stamps),
        rows=sum(part.rows for part in parts.values()),
    )


def rebuild(
    source: Source, folder: Path, stamps: Stamps, shapes: Sequence[Shape] = FACTS
) -> MirrorReport:
    """Delete the mirror and make it anew: the same rows as `mirror` would have kept."""
    if folder.exists():
        shutil.rmtree(folder)
    return mirror(source, folder, stamps, shapes)


def is_stale(folder: Path, stamps: Stamps, shapes: Sequence[Shape] = FACTS) -> bool:
    """Whether `mirror` would have to read the source."""
    return bool(_stale(folder, stamps, read_manifest(folder), {s.name: s for s in shapes}))


def _stale(
    folder: Path,
    stamps: Stamps,
    old: Mapping[tuple[str, int | None], Part],
    shapes: Mapping[str, Shape],
) -> list[tuple[str, int | None]]:
    return [
        key
        for key, stamp in stamps.items()
        if not _fresh(folder, old.get(key), stamp, shapes[key[0]])
    ]


def _fresh(folder: Path, part: Part | None, stamp: int, shape: Shape) -> bool:
    return (
        part is not None
        and (part.stamp, part.columns) == (stamp, columns_hash(shape))
        and (folder / part.file).exists()
    )


def _sweep(folder: Path, listed: set[str]) -> None:
    for path in folder.glob("*/*"):
        if path.relative_to(folder).as_posix() not in listed:
            path.unlink()


def _build(snapshot: Snapshot, folder: Path, shape: Shape, year: int | None, stamp: int) -> Part:
    """The name holds all that the part was built from, so a new one never overwrites an old."""
    columns = columns_hash(shape)
    file = f"{shape.name}/{'all' if year is None else year}-{stamp}-{columns}.parquet"
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    draft = path.with_suffix(".new")
    rows = 0
    with pq.ParquetWriter(draft, arrow_schema(shape), compression="zstd") as writer:
        for batch in snapshot.batches(shape, year):
            writer.write_batch(batch)
            rows += batch.num_rows
    draft.replace(path)
    return Part(shape.name, year, stamp, columns, rows, file)
