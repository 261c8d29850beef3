"""The address at which one asks why."""

from django.urls import path

from kith.surfaces.web.why import views

urlpatterns = [path("", views.answer, name="why")]
