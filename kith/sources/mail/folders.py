"""Names of mail folders, and of files that mail programs leave beside the mail."""

import re
import unicodedata
from functools import lru_cache

_SENT = {
    "sent", "sentitems", "sentmail", "sentmessages", "gesendet", "gesendeteobjekte",
    "gesendeteelemente", "gesendetenachrichten", "envoyes", "elementsenvoyes",
    "messagesenvoyes", "objetsenvoyes", "enviado", "enviados", "elementosenviados",
    "mensajesenviados", "correoenviado", "itensenviados", "inviata", "inviati", "postainviata",
    "elementiinviati", "messaggiinviati", "verzonden", "verzondenitems", "verzondenberichten",
    "skickat", "sendt", "sendteelementer", "wyslane", "elementywyslane",
}  # fmt: skip
_BETWEEN = re.compile(r"[./\\]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"(?:\.(?:imapmbox|mbox|mbx|sbd|mbs))?(?:\.gz)?\Z", re.IGNORECASE)
# '..' is no hidden file: a zip may name one. Thunderbird's are: indexes, an unfinished compaction,
# copies for the system's search; Apple's: lists, indexes.
_NOT_MAIL = re.compile(
    r"\.(?!\.?\Z)|dovecot|courierimap|cyrus\.|maildir(?:folder|size)\Z|subscriptions\Z|__macosx\Z"
    r"|thumbs\.db\Z|desktop\.ini\Z|nstmp\Z|(?:popstate|msgfilterrules|virtualfolders)\.dat\Z"
    r"|(?:filter|junk)log\.html\Z|table_of_contents\Z|envelope index",
    re.IGNORECASE,
)
_NOT_MAIL_ENDINGS = (".msf", ".mozmsgs", ".wdseml", ".mozeml", ".plist")


def ignorable(name: str) -> bool:
    """Whether a file or folder is a mail program's or a system's own: hidden, an index, a lock."""
    return _NOT_MAIL.match(name) is not None or name.endswith(_NOT_MAIL_ENDINGS)


def folder_name(name: str) -> str:
    """A file's or folder's name without the endings that programs give: 'Sent' of 'Sent.mbox'."""
    return _SUFFIX.sub("", name)


def apple_folder(parts: tuple[str, ...]) -> str | None:
    """The folder of one of Apple Mail's files: 'INBOX' of 'INBOX.mbox/B1A2/Data/3/Messages/9.emlx'.

    None for all others.
    """
    if not parts[-1].lower().endswith(".emlx"):
        return None
    packages = [part for part in parts[:-1] if part.lower().endswith("mbox")]
    return folder_name(packages[-1]) if packages else None


@lru_cache(maxsize=1000)
def is_sent(*names: str) -> bool:
    """Whether one of these, or of the folders in 'INBOX.Sent', holds what the owner sent."""
    return any(_folded(part) in _SENT for name in names for part in _BETWEEN.split(name))


def _folded(name: str) -> str:
    """Without case, accents, spaces and signs: 'Éléments envoyés' is 'elementsenvoyes'."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_LETTERS.sub("", bare).casefold()
