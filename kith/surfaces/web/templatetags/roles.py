"""What a user's role is called."""

from django import template

from kith.surfaces.role_words import role_name

register = template.Library()
register.filter("role", role_name)
