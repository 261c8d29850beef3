"""Sums of money and shares as people type them, in the reader's language or the other one's."""

import re
from decimal import Decimal

from django.utils.formats import get_format, number_format

from kith.surfaces.money import UNIT
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

MILLIONTHS = 10_000  # of one per cent
_AROUND = re.compile(r"[\s\u00a0\u202f'\u2019€£$%]+")  # signs, spaces, Swiss thousands
_WHOLE = re.compile(r"\d+|\d{1,3}([.,])\d{3}(?:\1\d{3})*")  # with thousands, or without
_CENTS = re.compile(r"(.*)([.,])(\d*)")


def read_amount(text: str) -> int | None:
    """`1.200,50` or `1,200.50` in ten-thousandths; None for nothing typed. Raises BadInput for
    what is no number."""
    bare = re.sub(r"[A-Z]{3}", "", _AROUND.sub("", text))
    return int(_number(bare, text) * UNIT) if bare else None


def read_share(text: str) -> int | None:
    """`4`, `2,5 %` in millionths; None for nothing typed. Raises BadInput for what is no number."""
    bare = _AROUND.sub("", text)
    return int(_number(bare, text) * MILLIONTHS) if bare else None


def typed_amount(amount: int | None) -> str:
    """As one would type it: `1200` or, with cents, `1200.50`; '' where nobody knows."""
    if amount is None:
        return ""
    number = Decimal(amount) / UNIT
    digits = 0 if number == number.to_integral() else 2
    return number_format(number, digits, use_l10n=True, force_grouping=False)


def typed_share(share: int | None) -> str:
    """In per cent, as one would type it: `4` or `2.5`; '' where nobody knows."""
    if share is None:
        return ""
    number = (Decimal(share) / MILLIONTHS).normalize()
    digits = max(-int(number.as_tuple().exponent), 0)
    return number_format(number, digits, use_l10n=True, force_grouping=False)


def _number(bare: str, text: str) -> Decimal:
    """The last sign among several kinds parts the cents, as does one that stands once; but for
    thousands: the language's own sign for them, before three figures."""
    found = _CENTS.fullmatch(bare)
    whole, cents = (found[1], found[3]) if found else (bare, "")
    if found and _WHOLE.fullmatch(bare):
        several = bare.count(found[2]) > 1 or found[2] in whole
        if several or found[2] == get_format("THOUSAND_SEPARATOR"):
            whole, cents = bare, ""
    parted = found[2] if found and cents else ""
    if not _WHOLE.fullmatch(whole) or len(bare) > 24 or (parted and parted in whole):
        raise BadInput(
            gettext_noop("“{text}” is no number."),
            cure=gettext_noop("Write it in figures: 240 or 1200.50."),
            text=text.strip()[:40],
        )
    return Decimal(f"{re.sub('[.,]', '', whole)}.{cents or '0'}")
