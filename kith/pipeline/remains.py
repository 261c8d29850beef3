"""Which files in Kith's own folder still hold a person's address: asked after an erasure."""

from pathlib import Path

from django.conf import settings

from kith.ledger.whole.erasure_readers import Whom

BLOCK = 1 << 20


def remains(person: Whom) -> list[str]:
    """Paths below KITH_HOME of files in whose bytes an address of theirs stands, in any case.

    What is packed or encrypted cannot be looked into.
    """
    home = Path(settings.HOME)
    needles = [text.encode().lower() for _, text in person.addresses]
    files = sorted(file for file in home.rglob("*") if file.is_file() and not file.is_symlink())
    return [str(file.relative_to(home)) for file in files if _holds(file, needles)]


def _holds(file: Path, needles: list[bytes]) -> bool:
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
