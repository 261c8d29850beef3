"""The address of the one style sheet, or the one script."""

from django import template

from kith.surfaces.web.frame.bundle import bundle_url

register = template.Library()
register.simple_tag(bundle_url)
