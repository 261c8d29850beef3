"""Why an account stands where it does: the codes of docs/signals/standing.md in words."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop

REASONS: Mapping[str, str] = {
    "near": gettext_noop("much goes both ways"),
    "far": gettext_noop("little goes both ways"),
    "many": gettext_noop("many people know each other"),
    "few": gettext_noop("few people know each other"),
    "margin_high": gettext_noop("margin above most"),
    "margin_low": gettext_noop("margin below most"),
    "growing": gettext_noop("margin growing"),
    "shrinking": gettext_noop("margin shrinking"),
    "holds_price": gettext_noop("less is granted than to comparable customers"),
    "leaks": gettext_noop("more is granted than to comparable customers"),
    "few_gifts": gettext_noop("less is given away than to comparable customers"),
    "gifts": gettext_noop("more is given away than to comparable customers"),
}


def reasons_of(codes: str) -> str:
    """`much goes both ways; margin shrinking`: the codes that stand side by side, in words."""
    return "; ".join(gettext(REASONS[code]) for code in codes.split(",") if code in REASONS)
