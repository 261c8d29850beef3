"""What became of a mail, in words."""

from collections.abc import Iterable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.ledger.whole.why import Answer, Kept, OfAddress, OfDay, OfMessage, Reason
from kith.ledger.whole.why_readers import why
from kith.surfaces.web.frame.reader import reader_of
from kith.surfaces.why_words import CHECK, counts_as, left_out_as
from kith.terms.errors import BadInput

Line = tuple[int, str, bool]  # how many, as what, whether they count


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """The question, and the answer as far as it concerns what the reader holds or may see."""
    asked = request.GET.get("q", "").replace("\0", "").strip()
    context: dict[str, object] = {"why_asked": asked, "check": CHECK}
    status = 200
    if asked:
        try:
            context |= _shown(why(asked, user=reader_of(request)))
        except BadInput as error:
            context["error"], status = error, 400
    return render(request, "why/page.html", context, status=status)


def _shown(found: Answer) -> dict[str, object]:
    if isinstance(found, OfMessage):
        return {"of": "message", "found": found, "said": _said(found.kept), "outside": [
            (out, left_out_as(out.code)) for out in found.outside
        ]}  # fmt: skip
    if isinstance(found, OfAddress):
        return {"of": "address", "found": found, "lines": _lines(found.reasons), "outside": [
            (count, left_out_as(code), batch) for batch, _, code, count in found.outside
        ]}  # fmt: skip
    return {"of": "day", "found": found, "boxes": list(_boxes(found))}


def _said(kept: Kept | None) -> str:
    """Why it does not count; '' where it does, or is not here."""
    if kept is None or kept.reason is Reason.COUNTED:
        return ""
    return counts_as(kept.reason, kept.undated_because)


def _lines(reasons: Mapping[Reason, int]) -> list[Line]:
    order = sorted(reasons.items(), key=lambda pair: (pair[0] is not Reason.COUNTED, -pair[1]))
    return [(count, counts_as(reason), reason is Reason.COUNTED) for reason, count in order]


def _boxes(found: OfDay) -> Iterable[tuple[str, list[Line], list[tuple[int, str]]]]:
    for box in sorted({*found.mailboxes, *found.outside}):
        outside = found.outside.get(box, {})
        yield (
            box,
            _lines(found.mailboxes.get(box, {})),
            [(count, left_out_as(code)) for code, count in outside.items()],
        )
