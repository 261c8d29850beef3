"""The address that the palette asks while somebody types."""

from django.urls import path

from kith.surfaces.web.palette import views

urlpatterns = [path("", views.offered, name="palette")]
