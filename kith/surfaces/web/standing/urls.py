"""The address of Asset or obstacle."""

from django.urls import path

from kith.surfaces.web.standing import views

urlpatterns = [path("", views.standing, name="standing")]
