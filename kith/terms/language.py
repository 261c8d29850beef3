"""What the pure rooms need to speak another language than English: somebody to ask, and a mark."""

from gettext import NullTranslations
from typing import Protocol


class Language(Protocol):
    """Who knows how a template reads in the reader's language, as the standard library's
    `gettext.GNUTranslations` and Django's `django.utils.translation` do."""

    def gettext(self, message: str, /) -> str:
        """The template in that language; itself where there is none."""

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        """The one that the number takes: languages count in more ways than English does."""


ENGLISH: Language = NullTranslations()


def gettext_noop(text: str) -> str:
    """The text itself, marked for the catalogue: it is translated where it is spoken."""
    return text
