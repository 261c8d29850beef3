"""Addresses of accounts."""

from django.urls import path

from kith.surfaces.web.accounts import views

urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("<int:account_id>/", views.account, name="account"),
    path("<int:account_id>/opened/", views.opened, name="account_opened"),
    path("<int:account_id>/timeline/", views.timeline, name="account_timeline"),
]
