"""What every page needs around its own content."""

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001
    """The context of the page frame: nothing yet beyond what Django gives."""
    return {}
