"""Addresses of blocks."""

from django.urls import path

from kith.surfaces.web.blocks import views

urlpatterns = [
    path("", views.blocks, name="blocks"),
    path("<int:block_id>/remove/", views.remove, name="block_remove"),
]
