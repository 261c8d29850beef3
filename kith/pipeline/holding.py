"""Which files of a folder hold one of some words. Imports no Django: it runs beside who asks."""

from collections.abc import Iterator, Sequence
from pathlib import Path

BLOCK = 1 << 20


def files_holding(folder: Path, needles: Sequence[bytes]) -> Iterator[str]:
    """Paths, below `folder` and relative to it, of files in which a needle stands in any case.

    `needles` are lower-case. What is packed or encrypted cannot be looked into; links are left out.
    """
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink() and _holds(file, needles):
            yield str(file.relative_to(folder))


def _holds(file: Path, needles: Sequence[bytes]) -> bool:
    """Whether any of the needles stands in the file, which is read block by block."""
    overlap = max(map(len, needles), default=1) - 1
    try:
        with file.open("rb") as handle:
            tail = b""
            while block := handle.read(BLOCK):
                seen = tail + block.lower()
                if any(needle in seen for needle in needles):
                    return True
                tail = seen[-overlap:] if overlap else b""
    except OSError:
        return False  # gone meanwhile, or not ours to read
    return False
