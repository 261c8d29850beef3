"""Addresses of the queue and of its answers."""

from django.urls import path, register_converter

from kith.surfaces.web.questions import given, views


class AnswerConverter:
    """The two answers a question takes."""

    regex = "yes|no"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AnswerConverter, "yes_or_no")

urlpatterns = [
    path("", views.questions, name="questions"),
    path("<int:question_id>/<yes_or_no:said>/", views.answer, name="question_answer"),
    path("<int:question_id>/undo/", views.undo, name="question_undo"),
    path("given/<int:question_id>/<yes_or_no:said>/", given.given_answer, name="given_answer"),
    path("given/<int:question_id>/undo/", given.given_undo, name="given_undo"),
]
