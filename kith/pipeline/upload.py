"""Where uploaded files lie until they have been imported: under names that nobody chose.

    uploads/<random>/<number>/mail.mbox

Mail is imported by its upload's folder, a sheet by its own path, in an upload of its own.

A file's own name says one thing that matters, whether it holds sent mail; it is kept as that and
as nothing else. What the file is, its bytes say.
"""

import re
import secrets
import shutil
import time
from collections.abc import Collection
from pathlib import Path

from django.conf import settings

from kith.sources.mail.folders import folder_name, is_sent
from kith.terms.errors import NotVisible, Refused
from kith.terms.language import gettext_noop

_SUFFIXES = re.compile(r"(?:\.[a-z0-9]{1,8}){1,2}\Z")
FORGOTTEN = 3600  # seconds without a new byte after which what no batch knows is cleared away
SPARE = 512 * 1024 * 1024  # bytes of the disk that an upload leaves free


def uploads() -> Path:
    """The folder of all uploads, its owner's alone."""
    folder = Path(settings.HOME) / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def new_upload() -> Path:
    """A new empty folder with a random name."""
    folder = uploads() / secrets.token_hex(16)
    folder.mkdir(mode=0o700)
    return folder


def place(folder: Path, number: int, name: str) -> Path:
    """Where the file of that number goes; of `name` only its ending and 'sent' are heeded."""
    below = folder / str(number)
    below.mkdir(mode=0o700)
    return below / stored_name(name)


def stored_name(name: str) -> str:
    """`mail` or `Sent` with the name's own ending, of letters and digits."""
    bare = re.split(r"[\\/]", name)[-1].strip()
    found = _SUFFIXES.search(bare.lower())
    suffix = found[0] if found and found.start() else ""
    stem = bare[: len(bare) - len(suffix)]
    return ("Sent" if is_sent(folder_name(stem)) else "mail") + suffix


def refuse_too_large(size: int) -> None:
    """Raises Refused where so many bytes are more than may be uploaded, or than the disk holds."""
    if size > settings.KITH_UPLOAD_BYTES:
        raise Refused(
            gettext_noop("That is more than may be uploaded at once ({most} MB)."),
            cure=gettext_noop(
                "Upload it in parts, or ask whoever runs Kith to raise KITH_UPLOAD_MB."
            ),
            most=settings.KITH_UPLOAD_BYTES >> 20,
        )
    if size + SPARE > shutil.disk_usage(uploads()).free:
        raise Refused(
            gettext_noop("There is no room for it on the disk of the server."),
            cure=gettext_noop("Ask whoever runs Kith to make room."),
        )


def sheet_apart(folder: Path, number: int) -> Path:
    """The file of that number, moved into an upload of its own: sheets come in one by one."""
    [file] = (folder / str(number)).iterdir()
    own = new_upload().resolve() / "1"
    own.mkdir(mode=0o700)
    return file.rename(own / file.name)


def is_upload(path: str) -> bool:
    """Whether that is one of these folders, or a file of one, and is not just any path."""
    return _upload_of(path) is not None


def _upload_of(path: str) -> Path | None:
    """The upload's own folder: of itself, and of a file of its."""
    top, given = uploads().resolve(), Path(path)
    if ".." in given.parts or top not in given.parents:
        return None
    parts = given.relative_to(top).parts
    return top / parts[0] if len(parts) in (1, 3) else None


def is_kept(path: str) -> bool:
    """Whether that is an upload whose files are still here."""
    return is_upload(path) and Path(path).exists()


def clear(path: str) -> None:
    """Deletes the upload that a path is, or is a file of; any other path is left alone."""
    if folder := _upload_of(path):
        shutil.rmtree(folder, ignore_errors=True)


def clear_forgotten(in_use: Collection[str]) -> None:
    """Deletes uploads that no batch needs: cut off half-way, or left by a killed worker."""
    needed = {_upload_of(path) for path in in_use}
    for folder in uploads().resolve().iterdir():
        if folder not in needed and time.time() - _last_written(folder) > FORGOTTEN:
            clear(str(folder))


def _last_written(folder: Path) -> float:
    return max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))


def inbox() -> list[str]:
    """Names of what lies in the server's own folder of mail to bring in; hidden ones left out."""
    folder = settings.KITH_INBOX
    if folder is None or not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if _offered(p, folder))


def inbox_path(name: str) -> Path:
    """What lies there under that name. Raises NotVisible for anything that is not offered."""
    folder = settings.KITH_INBOX
    if folder is None or name not in inbox():
        raise NotVisible("There is no such file in the server's folder.")
    return folder / name


def _offered(path: Path, folder: Path) -> bool:
    """Nothing hidden, and no link that leads out of the folder."""
    return not path.name.startswith(".") and path.resolve().parent == folder.resolve()


def shown_name(name: str) -> str:
    """A file's name as it may be shown again: its last part, on one line, no signs that hide."""
    bare = re.split(r"[\\/]", name)[-1]
    return "".join(c for c in bare if c.isprintable()).strip()[:200] or "file"
