"""Addresses of people outside."""

from django.urls import path

from kith.surfaces.web.contacts import views

urlpatterns = [
    path("<int:contact_id>/", views.contact, name="contact"),
    path("<int:contact_id>/at/<int:account_id>/", views.contact_at, name="contact_at"),
    path("<int:contact_id>/timeline/", views.timeline, name="contact_timeline"),
]
