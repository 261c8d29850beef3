"""The address at which one chooses a language."""

from django.urls import path

from kith.surfaces.web.language import views

urlpatterns = [path("", views.choose, name="language")]
