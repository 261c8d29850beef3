"""One chemical works got fourteen per cent more off hoses, once, to keep it from a competitor.

That was two years ago. At the talks of the next year eight others had heard of it and got it too:
the exception is the family's rule.
"""

from kith.demo.deal import Deal, Extra
from kith.demo.firm import MANAGER
from kith.demo.stories.story import Story

_ACCOUNT = "chemie-geiselau.example"
_HOSES = "Pumpenschläuche SP"
_FOLLOWED = (
    "galvano-erzberg.example",
    "textil-neiderode.example",
    "farben-lechau.example",
    "kestrel-chemicals.example",
    "harrow-dyeworks.example",
    "galvanik-weidinger.example",
    "papier-maasdal.example",
    "textil-wertau.example",
)
_TALKS = 400
"""Days ago; it took six weeks."""


def _exception(since: int) -> Deal:
    extra = Extra(0.14, since=since, whole=since, family=_HOSES)
    return Deal(discount=0.08, extras=(extra,), buys=(_HOSES,))


STORY = Story(
    name="exception_spread",
    account=_ACCOUNT,
    contact="",
    rep=MANAGER,
    finds="discount_spread",
    earliest=120,
    accounts=_FOLLOWED,
    deals={_ACCOUNT: _exception(745)}
    | {one: _exception(_TALKS - 5 * place) for place, one in enumerate(_FOLLOWED)},
)
