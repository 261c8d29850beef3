"""Addresses of giveaways."""

from django.urls import path

from kith.surfaces.web.giveaways import deeds, new, views

urlpatterns = [
    path("", views.giveaways, name="giveaways"),
    path("new/", new.new, name="giveaway_new"),
    path("accounts/", new.accounts, name="giveaway_accounts"),
    path("<int:giveaway_id>/", new.one, name="giveaway"),
    path("<int:giveaway_id>/withdraw/", deeds.withdraw, name="giveaway_withdraw"),
    path("<int:giveaway_id>/restore/", deeds.restore, name="giveaway_restore"),
    path("<int:giveaway_id>/back/", deeds.came_back, name="giveaway_back"),
    path("returns/<int:return_id>/undo/", deeds.not_come_back, name="giveaway_back_undo"),
]
