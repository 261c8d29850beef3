"""The addresses of "How Kith knows"."""

from django.urls import path

from kith.surfaces.web.how import views

urlpatterns = [
    path("", views.everything, name="how"),
    path("<slug:signal>/", views.one, name="how_signal"),
]
