"""What became of a price rise at an account, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop

from kith.surfaces.giveaway_words import waived_name
from kith.terms.trade_words import WaiverKind

_STATES: Mapping[str, str] = {
    "arrived": gettext_noop("arrived"),
    "part": gettext_noop("arrived in part"),
    "early": gettext_noop("too early to say"),
    "no_sales": gettext_noop("too little bought to compare"),
}


def said_of_state(state: str) -> str:
    """`arrived in part`, in the reader's language."""
    return waived_name(state) if state in set(WaiverKind) else gettext(_STATES.get(state, state))
