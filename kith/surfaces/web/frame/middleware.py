"""What holds for every answer: one run, absent and forbidden alike, not kept, no deceiving sign."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.defaults import page_not_found

from kith.ledger.insights.readers import one_look
from kith.surfaces.signs import harmless_page
from kith.terms.errors import NotVisible


class FrameMiddleware:
    """Turns NotVisible into the page for things that do not exist; keeps pages out of caches, so
    that Back shows what is, not what was before something was answered (a browser shows its copy
    there, however old, unless it may keep none), and shows nothing to whoever comes after.

    No page shows a sign that deceives, whichever template put it there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with one_look():
            response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            response.content = harmless_page(response.content)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotVisible):
            return page_not_found(request, exception)
        return None
