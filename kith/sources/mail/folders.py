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
_SUFFIX = re.compile(r"\.(?:mbox|mbx|sbd|mbs)\Z", re.IGNORECASE)
_NOT_MAIL = re.compile(
    r"\.|dovecot|courierimap|cyrus\.|maildir(?:folder|size)\Z|subscriptions\Z|__macosx\Z"
    r"|thumbs\.db\Z|desktop\.ini\Z|.*\.msf\Z",
    re.IGNORECASE,
)


def ignorable(name: str) -> bool:
    """Whether a file or folder is a mail program's or a system's own: hidden, an index, a lock."""
    return _NOT_MAIL.match(name) is not None


def folder_name(name: str) -> str:
    """A file's or folder's name without the endings that programs give: 'Sent' of 'Sent.mbox'."""
    return _SUFFIX.sub("", name)


@lru_cache(maxsize=1000)
def is_sent(*names: str) -> bool:
    """Whether one of these, or of the folders in 'INBOX.Sent', holds what the owner sent."""
    return any(_folded(part) in _SENT for name in names for part in _BETWEEN.split(name))


def _folded(name: str) -> str:
    """Without case, accents, spaces and signs: 'Éléments envoyés' is 'elementsenvoyes'."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _NOT_LETTERS.sub("", bare).casefold()
