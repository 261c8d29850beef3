"""The mails of one mbox file: in which folder they lie, which are deleted, where it ends."""

from collections.abc import Iterator
from itertools import chain

from kith.sources.mail.dialect import dialect_of
from kith.sources.mail.folders import folder_name, is_sent
from kith.sources.mail.item import Item, Stream, reason
from kith.sources.mail.marks import DELETED, left_out, places
from kith.sources.mail.mbox import BLOCK, split
from kith.sources.mail.packed import Packed
from kith.sources.mail.position import Key
from kith.sources.mail.raw import RawMail


def mails(item: Item, stream: Stream, start: bytes, last: Key | None) -> Iterator[RawMail]:
    """The mails after `last`; `start` is what was read of the stream already.

    One that holds a single mail is that mail, in its folder's folder. Where the file cannot be read
    to its end, the reason is the last item, its position where the mails ended.
    """
    here = tuple(item.path.split("/"))
    after = last[1] if last and last[0] == here else None
    end, problem = after or 0, ""
    try:
        pieces = _pieces(stream, start, end)
        if after is not None and (done := next(pieces, None)):
            end = done[0] + done[2]
        first, second = next(pieces, None), next(pieces, None)
        known = [piece for piece in (first, second) if piece]
        many = after is not None or second is not None or not item.folder
        folder = _folder(here) if many or _is_box(here[-1], start) else item.folder
        sent = item.sent or is_sent(folder)
        for offset, data, took in chain(known, pieces):
            end = offset + took
            yield _mail(f"{item.path}@{offset}", folder, data, took, sent=sent)
    except OSError as error:
        problem = f"cannot be read to its end: {reason(error)}"
    if isinstance(stream, Packed):
        problem = stream.problem
    if problem and (after is None or end > after):
        yield RawMail(f"{item.path}@{end}", item.folder, item.sent, b"", problem)


def _pieces(stream: Stream, start: bytes, offset: int) -> Iterator[tuple[int, bytes, int]]:
    """Offset, mail and length of each from `offset` on; the dialect is the start's."""
    sample = start + stream.read(BLOCK - len(start))
    if offset > len(sample):
        stream.seek(offset)
    return split(stream, dialect_of(sample), offset, sample[offset:])


def _mail(place: str, folder: str, data: bytes, took: int, *, sent: bool) -> RawMail:
    if labels := places(data):
        folder, sent = labels[0], is_sent(*labels)
    why = left_out(data)
    return RawMail(place, folder, sent, data, why, "deleted" if why == DELETED else "refused", took)


def _is_box(name: str, start: bytes) -> bool:
    """Whether a file with a single mail is a mail folder all the same: by its name, or because it
    is Thunderbird's, whose folders have no ending."""
    thunderbirds = start.startswith(b"From - ") and not name.lower().endswith(".eml")
    return thunderbirds or folder_name(name) != name


def _folder(parts: tuple[str, ...]) -> str:
    """An mbox is a mail folder of its file's name; Apple's 'Sent.mbox/mbox' of its folder's."""
    return folder_name(parts[-2] if parts[-1] == "mbox" and len(parts) > 1 else parts[-1])
