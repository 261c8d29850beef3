"""Apple Mail's own files (.emlx, .partial.emlx): a length, the mail, a property list."""

import re

from kith.sources.mail.item import Stream
from kith.sources.mail.raw import LARGEST, Unreadable
from kith.terms.language import gettext_noop

_COUNT = re.compile(rb"\s{0,9}(\d{1,12})[ \t]{0,20}\r?\n")
_FLAGS = re.compile(rb"<key>flags</key>\s*<integer>(\d{1,20})</integer>")
_DELETED = 1 << 1
_LIST = 64 * 1024


def unwrap(stream: Stream) -> tuple[bytes, bool]:
    """The mail, and whether Apple Mail has it marked as deleted.

    A partial one has its attachments in files beside it; its texts are all there. Raises Unreadable
    where the first line is no length.
    """
    data = stream.read(LARGEST)
    count = _COUNT.match(data)
    if count is None:
        raise Unreadable(gettext_noop("not a file of Apple Mail: its first line is no length"))
    end = count.end() + int(count[1])
    flags = _FLAGS.search(data, end, end + _LIST)
    return data[count.end() : end], bool(flags and int(flags[1]) & _DELETED)
