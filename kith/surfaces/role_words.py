"""What a user's role is called on pages."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop

from kith.terms.words import Role

_NAMES: Mapping[str, str] = {
    Role.REPRESENTATIVE: gettext_noop("representative"),
    Role.MANAGER: gettext_noop("manager"),
    Role.TECHNICIAN: gettext_noop("technician"),
}


def role_name(role: str) -> str:
    """`representative`, in the reader's language; the word itself where it is none of ours."""
    return gettext(_NAMES.get(role, role))
