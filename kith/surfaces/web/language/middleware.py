"""The language of an answer: the reader's own choice goes before what their browser asks for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import activate, get_language


class LanguageMiddleware:
    """Comes after Django's LocaleMiddleware, which heeds the browser (`Accept-Language`) and tells
    caches so, and after the one that knows who reads. Who has chosen nothing keeps the browser's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = getattr(request.user, "language", "")  # nobody in particular has none
        if chosen:
            activate(chosen)
            request.LANGUAGE_CODE = get_language() or chosen
        return self.get_response(request)
