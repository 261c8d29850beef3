"""Where what is dear to make is kept for later runs."""

import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GIGABYTE = 10**9


class NoRoom(Exception):
    """The disk has too little room for what is to be made."""


def folder() -> Path:
    """KITH_BENCH_CACHE, else `~/.cache/kith-bench`; made on first use."""
    named = os.environ.get("KITH_BENCH_CACHE")
    found = Path(named) if named else Path.home() / ".cache" / "kith-bench"
    found.mkdir(parents=True, exist_ok=True)
    return found


def kept(name: str, recipe: tuple[Path, ...], make: Callable[[Path], None], *, bytes_: int) -> Path:
    """The folder `name`, made once by `make`, and anew when a file of its recipe changes.

    A cut-off making leaves nothing under the name. Raises NoRoom before it starts where the disk
    has less than `bytes_` free, and a tenth more.
    """
    digest = sha256(b"".join(file.read_bytes() for file in recipe)).hexdigest()[:12]
    found = folder() / f"{name}-{digest}"
    if found.is_dir():
        return found
    draft = found.with_name(f"{found.name}.making")
    shutil.rmtree(draft, ignore_errors=True)
    for outdated in folder().glob(f"{name}-*"):
        shutil.rmtree(outdated)
    need(name, bytes_)
    draft.mkdir()
    make(draft)
    draft.rename(found)
    return found


def need(name: str, bytes_: int) -> None:
    """Raises NoRoom where the disk has less than `bytes_` free, and a tenth more."""
    free = shutil.disk_usage(folder()).free
    if free < bytes_ * 1.1:
        raise NoRoom(
            f"{name} needs {bytes_ / GIGABYTE:.0f} GB and {folder()} has {free / GIGABYTE:.0f}."
            " Name another folder in KITH_BENCH_CACHE."
        )
