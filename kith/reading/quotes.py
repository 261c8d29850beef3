"""What a mail says itself, without the mails quoted in it and the signature.

Plain finds of fixed words come first, patterns only where one is found: this runs on every mail.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kith.reading.attributions import attributions, without_attribution
from kith.reading.marks import first_mark
from kith.reading.signatures import dashes, without_small_print
from kith.reading.span import Span

# New text further in than this is not looked for: an attachment pasted into a mail, a log.
LONGEST = 20_000

_QUOTED_LINE = re.compile(r"^ ?>[^\n]*\n?", re.MULTILINE)
_WIDE = 60  # characters of a quoted line after which a program may have broken it


def new_text(text: str) -> tuple[Span, ...]:
    """The stretches that the writer of this mail wrote, in order, trimmed; none if there is none.

    They end at a mail program's first mark of an older mail (in ten languages), a block of
    headers, a signature or small print. Quoted lines ('>') are left out wherever they stand, with
    the attribution above them: what stands between or below them is an answer, and new.
    """
    end = first_mark(text, min(len(text), LONGEST))
    end = dashes(text, end)
    quoted = _quoted(text, end) if text.find(">", 0, end) >= 0 else []
    end = _before_unmarked_quote(text, end, quoted)
    if not quoted:
        new = _written(text, 0, end)
        return (new,) if new.end > new.start else ()
    return tuple(_answers(text, end, quoted))


def old_text(text: str, new: Sequence[Span]) -> tuple[Span, ...]:
    """What `new` leaves of the text: quoted mails, attributions, signature, and white space."""
    places = [0, *(place for span in new for place in span), len(text)]
    pairs = zip(places[::2], places[1::2], strict=True)
    return tuple(Span(start, end) for start, end in pairs if end > start)


def between(new: Sequence[Span]) -> tuple[Span, ...]:
    """What lies between the first new stretch and the last: quotes that were answered below."""
    return tuple(Span(one.end, other.start) for one, other in pairwise(new))


def _quoted(text: str, end: int) -> list[Span]:
    """Runs of quoted lines before `end`."""
    if text.find("\n>", 0, end) < 0 and text.find("\n >", 0, end) < 0 and text.find(">", 0, 2) < 0:
        return []
    runs: list[Span] = []
    for line in _QUOTED_LINE.finditer(text, 0, end):
        if runs and runs[-1].end == line.start():
            runs[-1] = Span(runs[-1].start, line.end())
        else:
            runs.append(Span(*line.span()))
    return runs


def _before_unmarked_quote(text: str, end: int, quoted: Sequence[Span]) -> int:
    """Cuts at an attribution below which no quoted lines follow: all the rest is the older mail."""
    starts = {run.start for run in quoted}
    for begin, stop in attributions(text, end):
        if begin >= end:
            continue
        below = stop + 1
        while text.startswith(("\n", " \n", "\t\n"), below):
            below = text.index("\n", below) + 1
        inside = any(run.start <= begin < run.end for run in quoted)
        if below not in starts and not inside:
            end = begin
    return end


def _answers(text: str, end: int, quoted: Sequence[Span]) -> Iterator[Span]:
    """The gaps between runs of quoted lines, without attributions and what a program broke off."""
    start = 0
    for run in (*quoted, Span(end, end)):
        gap = Span(start, max(min(run.start, end), start))
        if gap.end > gap.start and not _is_broken_off(text, gap, run):
            gap = without_attribution(text, gap) if run.end > run.start else gap
            new = _written(text, *gap)
            if new.end > new.start:
                yield new
        start = min(run.end, end)


def _is_broken_off(text: str, gap: Span, below: Span) -> bool:
    """Whether the gap is the rest of a quoted line that a program broke: one line, no space round.

    Such a rest has a wide quoted line above it and a quoted one below.
    """
    if gap.start == 0 or below.end == below.start or text.count("\n", *gap) > 1:
        return False
    above = text.rfind("\n", 0, gap.start - 1) + 1
    return gap.start - above > _WIDE and bool(text[gap.start : gap.end].strip())


def _written(text: str, start: int, end: int) -> Span:
    """The stretch without what no person wrote at its end, and without white space around."""
    end = start + len(text[start : without_small_print(text, start, end)].rstrip())
    return Span(min(end, start + _lead(text[start:end])), end)


def _lead(stretch: str) -> int:
    return len(stretch) - len(stretch.lstrip())
