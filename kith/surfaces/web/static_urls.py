"""Addresses of static files that change when the file does, with nothing to collect beforehand."""

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class FingerprintedStorage(StaticFilesStorage):
    """Serves from the packages themselves; `?v=` is a digest, so that browsers may keep files."""

    def url(self, name: str | None) -> str:
        return f"{super().url(name)}?v={fingerprint(name or '')}"


@lru_cache
def fingerprint(name: str) -> str:
    """Eight letters of a file's digest. Raises FileNotFoundError where a template misspells it."""
    path = finders.find(name)
    if path is None:
        raise FileNotFoundError(f"No static file is called {name!r}.")
    return blake2b(Path(path).read_bytes(), digest_size=4).hexdigest()
