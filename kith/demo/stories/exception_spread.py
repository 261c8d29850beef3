"""One chemical works got fifteen per cent more off seals, once, to keep it from a competitor.

A year later seven others of Malin's customers have it as well: the exception is the rule.
"""

from kith.demo.deal import Deal, Extra
from kith.demo.firm import MALIN
from kith.demo.stories.story import Story

_ACCOUNT = "chemie-geiselau.example"
_SEALS = "Gleitringdichtungen GD"
_FOLLOWED = {
    "molkerei-spreewinkel.example": 330,
    "wasserwerk-oybach.example": 300,
    "brauerei-falkenhain.example": 270,
    "zucker-oderfeld.example": 230,
    "galvano-erzberg.example": 200,
    "textil-neiderode.example": 160,
    "obstsaft-havelau.example": 120,
}
"""Since so many days ago."""


def _exception(since: int) -> Deal:
    return Deal(extras=(Extra(0.15, since=since, whole=since, family=_SEALS),), buys=(_SEALS,))


STORY = Story(
    name="exception_spread",
    account=_ACCOUNT,
    contact="",
    rep=MALIN,
    finds="discount_spread",
    earliest=330,
    accounts=tuple(_FOLLOWED),
    deals={_ACCOUNT: _exception(420)} | {one: _exception(ago) for one, ago in _FOLLOWED.items()},
)
