"""The pages of all signals: those that findings rest on first, then those that pages show."""

from collections.abc import Mapping

from kith.surfaces.web.how.told import closeness, gifts, pace, people, trade
from kith.surfaces.web.how.told.text import Text

_ALL = (*pace.TEXTS, *closeness.TEXTS, *people.TEXTS, *gifts.TEXTS, *trade.TEXTS)

TEXTS: Mapping[str, Text] = {
    text.of[0]: text for text in sorted(_ALL, key=lambda text: not text.kinds)
}

# By kind, the signal whose page says how often it is right.
SIGNAL_OF: Mapping[str, str] = {
    kind.value: name for name, text in TEXTS.items() for kind in text.kinds
}

# By signal, the name of the page that tells it.
PAGE_OF: Mapping[str, str] = {name: page for page, text in TEXTS.items() for name in text.of}
