"""Addresses of an empty ledger."""

from django.urls import path

from kith.surfaces.web.begin import views

urlpatterns = [
    path("", views.begin, name="begin"),
    path("<str:token>/", views.key, name="begin_key"),
]
