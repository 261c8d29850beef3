"""What money, shares and words must be before the ledger of trade keeps them."""

import re

from kith.ledger.trade.models import CODE
from kith.terms.errors import BadInput
from kith.terms.language import gettext_noop

WHOLE = 1_000_000  # millionths: a share of 1
MOST = 10**15  # ten-thousandths: a hundred thousand millions, and sums of many still fit
_CURRENCY = re.compile(rf"[A-Z]{{{CODE}}}")


def currency_code(text: str) -> str:
    """A currency by its ISO code, in capitals. Raises BadInput for anything else."""
    code = text.strip().upper()
    if not _CURRENCY.fullmatch(code):
        raise BadInput(
            gettext_noop("“{currency}” is no currency."),
            cure=gettext_noop("Write its three letters: EUR, USD, CHF."),
            currency=text[:20],
        )
    return code


def worth(amount: int | None) -> int | None:
    """A value of something given, in ten-thousandths; None: nobody knows. Raises BadInput for less
    than nothing, and for more than any firm gives."""
    if amount is not None and not 0 <= amount <= MOST:
        raise BadInput(
            gettext_noop("A value is 0 or more."),
            cure=gettext_noop("Leave it empty where nobody knows it."),
        )
    return amount


def one_line(text: str, most: int) -> str:
    """A text on one line, cut to what the ledger keeps."""
    return " ".join(text.split())[:most]
