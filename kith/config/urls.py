"""Every address Kith answers to."""

from django.urls import include, path

urlpatterns = [
    path("", include("kith.surfaces.web.urls")),
    path("sign-in/", include("allauth.urls")),
]
