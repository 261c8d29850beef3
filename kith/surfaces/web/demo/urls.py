"""Addresses of the demo."""

from django.urls import path

from kith.surfaces.web.demo import views

urlpatterns = [
    path("enter/<str:token>/", views.enter, name="demo_enter"),
    path("as/<int:user_id>/", views.look_as, name="demo_as"),
]
