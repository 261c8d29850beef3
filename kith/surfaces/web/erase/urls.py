"""Addresses of erasing a person."""

from django.urls import path

from kith.surfaces.web.erase import views

urlpatterns = [
    path("<int:contact_id>/erase/", views.erase, name="erase"),
    path("erasures/<int:erasure_id>/", views.erasure, name="erasure"),
]
