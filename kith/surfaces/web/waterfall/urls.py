"""The address of the firm's waterfall."""

from django.urls import path

from kith.surfaces.web.waterfall import views

urlpatterns = [path("", views.waterfall, name="waterfall")]
