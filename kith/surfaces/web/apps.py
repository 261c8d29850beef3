"""The pages as a Django app: templates and static files, no models."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "kith.surfaces.web"
    label = "web"
