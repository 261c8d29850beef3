"""Addresses of Today and of the answers to its findings."""

from django.urls import path, register_converter

from kith.surfaces.web.today import views


class VerbConverter:
    """The three answers a finding takes."""

    regex = "done|snooze|wrong"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(VerbConverter, "verb")

urlpatterns = [
    path("", views.today, name="today"),
    path("findings/<int:finding_id>/<verb:verb>/", views.answer, name="finding_answer"),
    path("findings/<int:finding_id>/undo/", views.undo, name="finding_undo"),
]
