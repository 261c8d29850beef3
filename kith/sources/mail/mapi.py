"""Properties of Outlook's items (MAPI), as .msg and .pst files hold them alike.

Tags and types: [MS-OXPROPS] and [MS-OXCDATA] 2.11.1; times: 100 ns since 1601 (FILETIME).
"""

import codecs
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

CLASS, SUBJECT, HEADERS, BODY, HTML, RTF = 0x001A, 0x0037, 0x007D, 0x1000, 0x1013, 0x1009
SUBMITTED, DELIVERED, SIZE = 0x0039, 0x0E06, 0x0E08
MESSAGE_ID, REFERENCES, IN_REPLY_TO = 0x1035, 0x1039, 0x1042
NAME, ADDRESS, SMTP, RECIPIENT = 0x3001, 0x3003, 0x39FE, 0x0C15
SENDER = (0x0C1A, 0x0C1F, 0x5D01)  # name, address, SMTP address: who sent it,
BEHALF = (0x0042, 0x0065, 0x5D02)  # and for whom, the same where nobody stood in
HTML_PAGE, TEXT_PAGE = 0x3FDE, 0x3FFD

_UNICODE, _BYTES, _TIME = 0x1F, 0x1E, 0x40
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_PAGES = {65001: "utf-8", 20127: "ascii", 28591: "cp1252", 1200: "utf-16-le", 932: "cp932"}


class Properties:
    """The properties of one item: by tag, their type and their bytes as they are stored."""

    def __init__(self, stored: Mapping[int, tuple[int, bytes]]) -> None:
        self._stored = stored

    def text(self, tag: int) -> str:
        """A string, without NULs; '' where there is none."""
        kind, data = self._stored.get(tag, (0, b""))
        if kind == _UNICODE:
            said = data.decode("utf-16-le", "replace")
        elif kind == _BYTES:
            said = data.decode(self._page(TEXT_PAGE), "replace")
        else:
            return ""
        return said.replace("\0", "")

    def markup(self) -> str:
        """The body as HTML, which is stored as a string or as bytes of a code page."""
        kind, data = self._stored.get(HTML, (0, b""))
        if kind in {_UNICODE, _BYTES}:
            return self.text(HTML)
        return data.decode(self._page(HTML_PAGE), "replace").replace("\0", "")

    def data(self, tag: int) -> bytes:
        return self._stored.get(tag, (0, b""))[1]

    def number(self, tag: int) -> int:
        """A number of 32 bits without sign; 0 where there is none."""
        return int.from_bytes(self.data(tag)[:4], "little")

    def time(self, tag: int) -> datetime | None:
        """In UTC; None where there is none that a calendar knows."""
        kind, data = self._stored.get(tag, (0, b""))
        if kind != _TIME or len(data) < 8:
            return None
        try:
            return _EPOCH + timedelta(microseconds=int.from_bytes(data[:8], "little") // 10)
        except OverflowError:
            return None

    def _page(self, tag: int) -> str:
        page = self.number(tag)
        name = _PAGES.get(page, f"cp{page}")
        try:
            return codecs.lookup(name).name
        except LookupError:
            return "cp1252"
