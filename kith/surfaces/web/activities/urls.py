"""Addresses of activities."""

from django.urls import path

from kith.surfaces.web.activities import views

urlpatterns = [
    path("<int:activity_id>/", views.activity, name="activity"),
    path("<int:activity_id>/thread/", views.thread, name="activity_thread"),
]
