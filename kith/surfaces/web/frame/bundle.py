"""The many small style sheets and scripts as one file of each kind, sent packed.

A phone far away waits a seventh of a second for every address: seventeen sheets, six at a time,
were three such waits before the first word was drawn. What lies in `static/kith` is taken by its
ending, so that a new sheet needs no list.
"""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

STATIC = Path(__file__).resolve().parents[1] / "static" / "kith"
BEFORE = {"css": ("tokens", "base", "parts", "frame")}  # what the others build on
ON_PAPER = "print"
FROM_ELSEWHERE = {"js": ("django_htmx/htmx-2.min.js",)}
TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
A_YEAR = 31_536_000


@dataclass(frozen=True, slots=True)
class Bundle:
    """One kind's files, end to end; `digest` changes when any of them does."""

    plain: bytes
    packed: bytes
    digest: str


@lru_cache
def bundle(kind: str) -> Bundle:
    """All files of a kind (css, js). They are read once in a server's life."""
    plain = b"\n".join(_parts(kind))
    digest = blake2b(plain, digest_size=4).hexdigest()
    return Bundle(plain, gzip.compress(plain, 9, mtime=0), digest)


def bundle_url(kind: str) -> str:
    """Its address, which changes with its content, so that browsers may keep it."""
    return f"{reverse('bundle', args=[kind])}?v={bundle(kind).digest}"


def _parts(kind: str) -> list[bytes]:
    first = BEFORE.get(kind, ())
    found = {file.stem: file for file in sorted(STATIC.glob(f"*.{kind}"))}
    paper = found.pop(ON_PAPER, None)
    order = [found.pop(name) for name in first] + list(found.values())
    foreign = [Path(str(finders.find(name))) for name in FROM_ELSEWHERE.get(kind, ())]
    parts = [file.read_bytes() for file in [*foreign, *order]]
    return [*parts, b"@media print {\n" + paper.read_bytes() + b"}\n"] if paper else parts


@login_not_required
@require_safe
def serve(request: HttpRequest, kind: str) -> HttpResponse:
    """The file, packed for whoever can unpack it. Open to everybody, touches no row."""
    if kind not in TYPES:
        raise Http404
    found = bundle(kind)
    packs = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(found.packed if packs else found.plain, content_type=TYPES[kind])
    if packs:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    if request.GET.get("v") == found.digest:
        response["Cache-Control"] = f"max-age={A_YEAR}, public, immutable"
    return response


urlpatterns = [path("kith.<str:kind>", serve, name="bundle")]
