"""Addresses of mailboxes."""

from django.urls import path

from kith.surfaces.web.mailboxes import views

urlpatterns = [
    path("", views.mailboxes, name="mailboxes"),
    path("<int:mailbox_id>/", views.mailbox, name="mailbox"),
]
