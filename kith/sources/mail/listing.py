"""One folder's names, sorted: those of files, of folders, and of what is neither."""

import os

from kith.sources.mail.item import size_of
from kith.sources.mail.position import shown


class Listing:
    """What lies in one folder: the names as they are shown, sorted, and of what kind they are.

    `inside`: those of folders; `odd`: of what is neither file nor folder. Links to folders are odd:
    they may lead in circles. Holds names only: a folder may have a million files. Raises OSError.
    """

    def __init__(self, folder: str) -> None:
        self.names: list[str] = []
        self.inside: set[str] = set()
        self.odd: set[str] = set()
        self._folder = folder
        self._real: dict[str, str] = {}
        with os.scandir(folder) as found:
            for entry in found:
                name = shown(entry.name)
                self.names.append(name)
                if name != entry.name:
                    self._real[name] = entry.name
                if not entry.is_file():
                    (self.inside if entry.is_dir(follow_symlinks=False) else self.odd).add(name)
        self.names.sort()
        self.maildir = "cur" in self.inside and bool(self.inside & {"new", "tmp"})

    def path(self, name: str) -> str:
        return f"{self._folder}/{self._real.get(name, name)}"

    def of_program(self) -> set[str]:
        """What is a mail program's own here by what lies beside it: the files of Apple's partial
        mails' attachments, and Thunderbird's mail folders that are empty files."""
        own = {"Attachments"} if "Messages" in self.inside else set()
        indexed = {name[:-4] for name in self.names if name.endswith(".msf")}
        if indexed:
            own |= {name for name in indexed.intersection(self.names) if self._empty(name)}
        return own

    def _empty(self, name: str) -> bool:
        try:
            return not size_of(self.path(name))
        except OSError:
            return False
