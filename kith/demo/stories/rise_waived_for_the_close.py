"""The last price rise came through to six tenths: it was waived where people are close.

At the polder board, where they buy less each year, it was so for the third time, after months of
talks; everybody else was let off once, and buys on.
"""

from kith.demo.deal import Deal, LetOff
from kith.demo.firm import FEMKE
from kith.demo.stories.story import Story
from kith.terms.trade_words import WaiverKind

_ACCOUNT = "polderwater-noord.example"
_BUDGET = "Budget is fixed until the next tender."

_AGAIN = Deal(
    revenue=110_000,
    discount=0.04,
    let_off=(LetOff(1, _BUDGET), LetOff(2, _BUDGET), LetOff(3, _BUDGET, ago=34)),
    grows=0.45,
)
_ONCE = Deal(let_off=(LetOff(3, "Wir sehen uns jede Woche; das geht jetzt nicht."),))
_ONCE_EN = Deal(let_off=(LetOff(3, "We speak every week; not the time for it."),))
_LARGE = Deal(revenue=240_000, let_off=_ONCE.let_off)
_LARGE_EN = Deal(revenue=180_000, let_off=_ONCE_EN.let_off)
_HALF = Deal(let_off=(LetOff(3, "Hälfte jetzt, Hälfte nie.", WaiverKind.SOFTENED, paid=0.5),))
_LATER = Deal(let_off=(LetOff(3, "Next quarter.", WaiverKind.POSTPONED, days=120),))

STORY = Story(
    name="rise_waived_for_the_close",
    account=_ACCOUNT,
    contact="",
    rep=FEMKE,
    finds="waived_again",
    earliest=560,
    deals={
        _ACCOUNT: _AGAIN,
        "papier-hollerbach.example": _LARGE,
        "anlagenbau-steinacher.example": _HALF,
        "faserwerk-teuchel.example": _LARGE,
        "keramik-lohsdorf.example": _ONCE,
        "ziegelwerk-donau.example": _HALF,
        "chemie-rautenfeld.example": _HALF,
        "scheepswerf-dewaal.example": _ONCE_EN,
        "nordlys-dairy.example": _LATER,
        "ashcombe-quarries.example": _LARGE_EN,
    },
)
