"""Addresses of imports."""

from django.urls import path

from kith.surfaces.web.imports import deeds, new, views

urlpatterns = [
    path("", views.imports, name="imports"),
    path("new/", new.new, name="import_new"),
    path("<int:batch_id>/", views.one, name="import"),
    path("<int:batch_id>/start/", new.start, name="import_start"),
    path("<int:batch_id>/discard/", deeds.discard, name="import_discard"),
    path("<int:batch_id>/stop/", deeds.stop, name="import_stop"),
    path("<int:batch_id>/resume/", deeds.resume, name="import_resume"),
    path("<int:batch_id>/undo/", deeds.undo, name="import_undo"),
    path("<int:batch_id>/refused/", views.refused, name="import_refused"),
    path("<int:batch_id>/refused.csv", views.refused_table, name="import_refused_table"),
    path("known/<str:which>/", views.known, name="known"),
]
