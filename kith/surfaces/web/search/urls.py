"""The search's address."""

from django.urls import path

from kith.surfaces.web.search import views

urlpatterns = [path("", views.found, name="search")]
