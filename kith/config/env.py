"""Reads the environment, and refuses junk with a sentence that names the cure."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from platformdirs import user_data_path

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def flag(name: str, *, default: bool = False) -> bool:
    """A yes or no. Anything else refuses to start: a misspelt 'ture' must not mean no."""
    text = os.environ.get(name)
    if text is None:
        return default
    if text.casefold() in TRUE:
        return True
    if text.casefold() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={text!r} is neither yes nor no. Write 1 or 0.")


def home() -> Path:
    """The folder that holds everything Kith keeps; made on first use, its owner's alone."""
    folder = Path(os.environ.get("KITH_HOME") or user_data_path("kith", appauthor=False))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"KITH_HOME={folder} cannot be made: {error.strerror}. Name a folder you may write to."
        ) from error
    return folder


def megabytes(name: str, default: int) -> int:
    """A size in MB, in bytes. Anything but a whole number above 0 refuses to start."""
    text = os.environ.get(name, str(default))
    if not (text.isascii() and text.isdigit() and int(text)):
        raise ImproperlyConfigured(f"{name}={text!r} is no size. Write a number of megabytes.")
    return int(text) * 1024 * 1024


def inbox(folder: Path) -> Path | None:
    """The one folder of this machine from which managers may import; None: KITH_INBOX is ''."""
    text = os.environ.get("KITH_INBOX", str(folder / "inbox"))
    return Path(text) if text else None


def secret_key(folder: Path) -> str:
    """From KITH_SECRET_KEY, else from the folder, where it is made once."""
    if given := os.environ.get("KITH_SECRET_KEY"):
        return given
    file = folder / "secret_key"
    if not file.exists():
        try:
            with file.open("x", encoding="ascii") as handle:
                file.chmod(0o600)
                handle.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass  # another process of ours was first
    return file.read_text(encoding="ascii").strip()


def database(folder: Path) -> dict[str, object]:
    """SQLite in the folder, or what DATABASE_URL names (postgresql:// only)."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "kith.db",
            "OPTIONS": {
                # IMMEDIATE: a transaction that will write waits for its turn at the start,
                # instead of failing in the middle.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # Pages of 8 kB (of a new file; another keeps its own): an import writes texts, and
                # half as many of these take a fifteenth of its time less than the usual 4 kB.
                "init_command": (
                    "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                    "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
                    "PRAGMA wal_autocheckpoint=4000;"
                    "PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=20000;"
                ),
            },
            "CONN_MAX_AGE": None,  # a file: opening it anew for each page costs more than it frees
            # A file even in tests: the columnar mirror reads it through a driver of its own.
            "TEST": {"NAME": folder / "test.db"},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL starts with {parts.scheme!r}. Kith knows postgresql://user:password@host/name."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
