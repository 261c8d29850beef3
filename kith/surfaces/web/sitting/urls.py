"""Addresses of the sitting and of its words."""

from django.urls import path

from kith.surfaces.web.sitting import views

urlpatterns = [
    path("", views.who_is_who, name="who_is_who"),
    path("many/", views.many, name="who_is_who_many"),
    path("undo/", views.undo, name="who_is_who_undo"),
    path("<int:account_id>/", views.say, name="who_is_who_say"),
    path("<int:account_id>/typed/", views.typed, name="who_is_who_typed"),
]
