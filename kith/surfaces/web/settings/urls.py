"""Addresses of the settings."""

from django.urls import path

from kith.surfaces.web.settings import domains, people, views, welcome

urlpatterns = [
    path("", views.overview, name="settings"),
    path("zone/", views.zone, name="settings_zone"),
    path("firm/", views.firm, name="settings_firm"),
    path("domains/", domains.add, name="domain_add"),
    path("domains/<int:domain_id>/remove/", domains.remove, name="domain_remove"),
    path("people/", people.invite, name="person_invite"),
    path("people/<int:user_id>/", people.person, name="person"),
]
welcome_patterns = [path("<int:user_id>/<str:token>/", welcome.welcome, name="welcome")]
