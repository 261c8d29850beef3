"""Addresses of trade with an account; they stand below the account's own."""

from django.urls import path

from kith.surfaces.web.trade import views

urlpatterns = [
    path("<int:account_id>/trade/", views.trade, name="account_trade"),
    path("<int:account_id>/trade/lines/", views.lines, name="account_lines"),
]
