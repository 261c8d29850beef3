"""Addresses of price rises and waivers."""

from django.urls import path

from kith.surfaces.web.rises import deeds, new, views

urlpatterns = [
    path("", views.rises, name="rises"),
    path("new/", new.new, name="rise_new"),
    path("<int:rise_id>/", views.rise, name="rise"),
    path("<int:rise_id>/call-off/", deeds.call_off, name="rise_call_off"),
    path("<int:rise_id>/call-on/", deeds.call_on, name="rise_call_on"),
    path("<int:rise_id>/waive/", deeds.waive, name="rise_waive"),
    path("waivers/<int:waiver_id>/withdraw/", deeds.withdraw, name="waiver_withdraw"),
]
