"""Where the members of a zip lie: as files in folders would, known by their paths alone."""

from collections.abc import Iterable
from typing import NamedTuple

from kith.sources.mail.folders import apple_folder, folder_name, ignorable, is_sent
from kith.sources.mail.marks import trashed

_Parts = tuple[str, ...]


class Place(NamedTuple):
    """The mail folder of a member; `whole` and `deleted` are as in `Item`."""

    folder: str
    sent: bool
    whole: bool
    deleted: bool


class Members:
    """All paths in a zip, by their parts; that of an empty folder ends in ''."""

    def __init__(self, paths: Iterable[_Parts]) -> None:
        self._paths = set(paths)
        self._folders = {path[:end] for path in self._paths for end in range(1, len(path))}

    def of_program(self, path: _Parts, size: int) -> bool:
        """Whether it is a mail program's own: hidden and not in a Maildir, half delivered, beside a
        partial mail of Apple's, an empty folder of Thunderbird's."""
        if path[-2:-1] == ("tmp",) and self._is_maildir(path[:-2]):
            return True
        for at, part in enumerate(path):
            if ignorable(part) and (*path[: at + 1], "cur") not in self._folders:
                return True
            if part == "Attachments" and (*path[:at], "Messages") in self._folders:
                return True
        return not size and (*path[:-1], f"{path[-1]}.msf") in self._paths

    def place(self, path: _Parts, names: _Parts) -> Place:
        """`names` are those of the folders that lead to the zip, its own the last."""
        whole = path[-2:-1] in {("cur",), ("new",)} and self._is_maildir(path[:-2])
        above = path[: -2 if whole else -1]
        folders = names + tuple(folder_name(part.removeprefix(".")) for part in above)
        if whole and not (above[-1:] and above[-1].startswith(".")) and not is_sent(folders[-1]):
            folders = (*folders[:-1], "INBOX")
        folder = apple_folder(path) or folders[-1]
        return Place(folder, is_sent(*folders), whole, whole and trashed(path[-1]))

    def _is_maildir(self, path: _Parts) -> bool:
        beside = ((*path, "new"), (*path, "tmp"))
        return (*path, "cur") in self._folders and any(one in self._folders for one in beside)
