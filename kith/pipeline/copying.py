"""The mirror's work as a process of its own does it. Imports no Django for that reason."""

from collections.abc import Iterator
from pathlib import Path

from kith.facts.mirror import MirrorReport, Stamps, mirror
from kith.facts.source import Source


def copied(source: Source, folder: Path, stamps: Stamps) -> Iterator[MirrorReport]:
    """Brings the mirror up to date; yields the one report of it. Raises as `mirror` does."""
    yield mirror(source, folder, stamps)
