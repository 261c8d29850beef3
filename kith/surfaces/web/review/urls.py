"""The address of Review."""

from django.urls import path

from kith.surfaces.web.review import views

urlpatterns = [path("", views.review, name="review")]
