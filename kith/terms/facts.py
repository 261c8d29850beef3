"""All fact tables that there are."""

from kith.terms.shapes import MAIL
from kith.terms.trade_shapes import TRADE

FACTS = (*MAIL, *TRADE)
