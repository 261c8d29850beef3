"""How days, spans and the two sides of a tie are written on every page."""

from datetime import date
from functools import lru_cache

from django import template
from django.utils import formats, translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop, ngettext

from kith.terms.errors import KithError, read_error

register = template.Library()

_WORDS = (
    gettext_noop("No"),
    gettext_noop("One"),
    gettext_noop("Two"),
    gettext_noop("Three"),
    gettext_noop("Four"),
    gettext_noop("Five"),
)


@register.filter
def day(value: date | None, today: date | None = None) -> str:
    """`12 May`, with the year where it is not this one; `never` for no day."""
    if value is None:
        return gettext("never")
    same_year = today is not None and value.year == today.year
    return _written(value, "DAY" if same_year else "DAY_YEAR", get_language())


@lru_cache(maxsize=4096)
def _written(value: date, how: str, language: str | None) -> str:  # noqa: ARG001 - part of the key
    """A page names the same few days again and again."""
    return formats.date_format(value, how)


@register.filter
def ago(value: date | None, today: date | None) -> str:
    """`today`, `yesterday`, `31 days ago`; '' where either is unknown."""
    if value is None or today is None:
        return ""
    days = (today - value).days
    if days in {0, 1}:
        return (gettext("today"), gettext("yesterday"))[days]
    if days < 0:
        return ""
    if days < 120:
        return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}
    months = round(days / 30.4)
    return ngettext("%(months)d month ago", "%(months)d months ago", months) % {"months": months}


@register.filter
def names(people: list[object], most: int = 3) -> SafeString:
    """`Ada, Ben and 4 more`: people's names, as many as fit a line, each in its own direction."""
    shown = [(str(getattr(person, "name", "")),) for person in people[:most]]
    rest = len(people) - len(shown)
    isolated = format_html_join(", ", "<bdi>{}</bdi>", shown)
    if rest <= 0:
        return isolated
    return format_html(gettext("{names} and {rest} more"), names=isolated, rest=rest)


@register.filter
def count_word(number: int) -> str:
    """`Three`, as a sentence begins; figures from six on."""
    return gettext(_WORDS[number]) if 0 <= number < len(_WORDS) else str(number)


@register.inclusion_tag("frame/_two_sided.html")
def two_sided(tie: object, *, big: bool = False) -> dict[str, object]:
    """Theirs to the left, ours to the right, from one middle line."""
    return {
        "tie": tie,
        "big": big,
        "left": 100 - getattr(tie, "theirs", 0),
    }


@register.filter
def told(error: KithError | str) -> str:
    """What is wrong and what to do about it, in the reader's language; of a stored one, too."""
    known = error if isinstance(error, KithError) else read_error(error)
    return known.told(translation)
