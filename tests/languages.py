"""The languages that Kith speaks, as its pure rooms are given them."""

from gettext import translation
from pathlib import Path

import kith
from kith.terms.language import ENGLISH, Language

LOCALE = Path(kith.__file__).parent / "locale"
GERMAN: Language = translation("django", LOCALE, ["de"])
LANGUAGES = {"en": ENGLISH, "de": GERMAN}

# Words of statistics, and of our own code, that no reader should have to know. Whole words.
BANNED = {
    "en": {
        "posterior", "censored", "effective", "quantile", "shrunk", "median", "percentile", "tie",
        "probability", "distribution", "significant", "interval", "breadth", "pocket",
    },
    "de": {
        "posterior", "zensiert", "effektiv", "quantil", "geschrumpft", "median", "perzentil",
        "bindung", "beziehungsstärke", "wahrscheinlichkeit", "verteilung", "signifikant",
        "intervall", "breite", "tie", "breadth", "pocket", "account", "ledger", "touch",
    },
}  # fmt: skip
